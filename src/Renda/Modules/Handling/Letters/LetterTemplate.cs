using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;

namespace Renda.Modules.Handling.Letters;

/// <summary>The template a congress uses in place of the one that is shipped. Its bytes lie among the papers.</summary>
internal sealed class LetterTemplate
{
    public required int Congress { get; init; }

    public required string Name { get; set; }

    public required string Sha256 { get; set; }

    public required long Size { get; set; }

    /// <summary>Who put it there.</summary>
    public required Guid PersonId { get; set; }

    public required DateTime At { get; set; }
}

/// <summary>Keeps the template; each change is on the event log.</summary>
internal sealed class TemplateKeeping(RendaDb db, PaperStore store, AccountLog log, TimeProvider time)
{
    public Task<LetterTemplate?> FindAsync(int congress) => db.LetterTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Congress == congress);

    /// <summary>The template in use.</summary>
    public async Task<byte[]> ContentAsync(int congress)
    {
        if (await FindAsync(congress) is not { } own || store.OpenRead(own.Sha256) is not { } file)
        {
            return DefaultTemplate.Content;
        }

        await using (file)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            return content.ToArray();
        }
    }

    /// <summary>Puts another one in use; the sentence says why not.</summary>
    public async Task<string?> ReplaceAsync(Actor actor, byte[] file, string fileName, HttpContext http)
    {
        if (TemplateCheck.Refusal(file) is { } refusal)
        {
            return refusal;
        }

        using var content = new MemoryStream(file, writable: false);
        if (await store.SaveAsync(content, fileName, http.RequestAborted) is not Saved saved)
        {
            return "文件名要以 .docx 结尾。请另存为 .docx 后重新上传。";
        }

        return await db.InTransactionAsync(async () =>
        {
            if (await db.LetterTemplates.SingleOrDefaultAsync(t => t.Congress == actor.Congress) is { } own)
            {
                (own.Name, own.Sha256, own.Size, own.PersonId, own.At) = (saved.SafeName, saved.Sha256, saved.Size, actor.PersonId, time.GetUtcNow().UtcDateTime);
            }
            else
            {
                db.LetterTemplates.Add(new LetterTemplate
                {
                    Congress = actor.Congress,
                    Name = saved.SafeName,
                    Sha256 = saved.Sha256,
                    Size = saved.Size,
                    PersonId = actor.PersonId,
                    At = time.GetUtcNow().UtcDateTime,
                });
            }

            log.Add(actor, $"更换答复函模板：{saved.SafeName}（{saved.Sha256[..8]}）", http);
            await db.SaveChangesAsync();
            return true;
        }, kept => kept) ? null : "";
    }

    /// <summary>Back to the one that is shipped; false where it is already in use.</summary>
    public Task<bool> ResetAsync(Actor actor, HttpContext http) => db.InTransactionAsync(async () =>
    {
        if (await db.LetterTemplates.SingleOrDefaultAsync(t => t.Congress == actor.Congress) is not { } own)
        {
            return false;
        }

        db.LetterTemplates.Remove(own);
        log.Add(actor, "恢复使用默认的答复函模板", http);
        await db.SaveChangesAsync();
        return true;
    }, reset => reset);
}
