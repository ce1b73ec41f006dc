using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Files;

/// <summary>Takes in an uploaded paper: its bytes into the store, its name and hash into the table.</summary>
internal sealed class PaperIntake(RendaDb db, PaperStore store, TimeProvider time)
{
    /// <summary>A file the program made for a form, as a paper this person may attach: whoever opens the form again finds the one made before. Null where it cannot be kept.</summary>
    public async Task<Guid?> KeepMadeAsync(Actor actor, byte[] content, string fileName)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && p.MatterId == null && p.UploadedBy == actor.PersonId && p.Sha256 == hash && p.Name == fileName).Select(p => (Guid?)p.Id).FirstOrDefaultAsync()
            ?? (await KeepAsync(actor, new MemoryStream(content, writable: false), fileName, CancellationToken.None)).Paper?.Id;
    }

    /// <summary>The paper, or the sentence that says why it is not taken.</summary>
    public async Task<(Paper? Paper, string Sentence)> KeepAsync(Actor actor, Stream content, string fileName, CancellationToken cancel)
    {
        var save = await store.SaveAsync(content, fileName, cancel);
        if (save is not Saved saved)
        {
            return (null, ((Rejected)save).Sentence);
        }

        var paper = new Paper
        {
            Congress = actor.Congress,
            Name = saved.SafeName,
            Size = saved.Size,
            MediaType = saved.MediaType,
            Sha256 = saved.Sha256,
            UploadedBy = actor.PersonId,
            At = time.GetUtcNow().UtcDateTime,
        };
        db.Papers.Add(paper);
        await db.SaveChangesAsync(cancel);
        return (paper, "");
    }
}
