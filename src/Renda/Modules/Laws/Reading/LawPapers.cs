using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Texts;

namespace Renda.Modules.Laws.Reading;

/// <summary>Where the text of a law comes from: a paper, or what a regulation's own acts have fixed.</summary>
internal sealed class LawPapers(RendaDb db, PaperStore store, FixedTexts texts)
{
    /// <summary>The steps of a regulation that fix the text that was published; the gazette's is the standard text (立法法 89).</summary>
    private static readonly string[] Published = ["promulgate", "gazette"];

    public async Task<LawText> ReadAsync(int congress, Guid id)
    {
        var paper = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == congress && p.Id == id);
        await using var content = paper is null ? null : store.OpenRead(paper.Sha256);
        if (content is null)
        {
            return new LawText(null, [], "上传的文件找不到了，请重新选择。");
        }

        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes);
        return LawText.Read(paper!.Name, bytes);
    }

    /// <summary>What was published of a regulation; null where no act of it fixed that.</summary>
    public Task<TextVersion?> PublishedAsync(int congress, Guid regulation) => texts.LatestAsync(congress, regulation, Published);
}
