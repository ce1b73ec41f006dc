using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Statutes;
using Renda.Statutes.Akn;
using Renda.Statutes.Docx;

namespace Renda.Platform.Texts;

/// <summary>A paper read as a statute.</summary>
/// <param name="Text">Null for what cannot be read as text (a scan, a picture).</param>
/// <param name="Refusal">Why not, as a sentence; null where it was read or is no text.</param>
internal sealed record PaperText(Paper Paper, Statute? Text, string? Refusal)
{
    /// <summary>It has articles: it is the text of a statute and not a report on one.</summary>
    public bool IsStatute => Text is not null && Text.Nodes.Any(n => n.Part == Part.Article);
}

/// <summary>Reads uploaded papers as statutes: plain text and Word files.</summary>
internal sealed class PaperTexts(RendaDb db, PaperStore store)
{
    private const long Longest = 50 * 1024 * 1024;

    /// <summary>In the order given; papers that are not there are left out.</summary>
    public async Task<IReadOnlyList<PaperText>> ReadAsync(int congress, IEnumerable<string> papers)
    {
        List<Guid> ids = [.. papers.Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty)];
        var found = await db.Papers.AsNoTracking().Where(p => p.Congress == congress && ids.Contains(p.Id)).ToListAsync();
        List<PaperText> read = [];
        foreach (var paper in found.OrderBy(p => ids.IndexOf(p.Id)))
        {
            read.Add(await ReadAsync(paper));
        }

        return read;
    }

    /// <summary>The text of a file's bytes, line ends as \n, with what Word shows and the text has not; or the sentence that says why there is none.</summary>
    public static (Statute? Text, IReadOnlyList<Defect> NotRead, string? Refusal) Read(byte[] content)
    {
        if (AkomaNtoso.LooksLike(content))
        {
            return AkomaNtoso.TryRead(content, out var statute) is { } wrong ? (null, [], wrong) : (Statute.Parse(statute.Text.ReplaceLineEndings("\n")), [], null);
        }

        if (!WordReading.IsWord(content))
        {
            return (Statute.Parse(PlainText.Read(content).ReplaceLineEndings("\n")), [], null);
        }

        var word = WordReading.Read(content);
        return word.Refusal is { } refused ? (null, [], refused) : (Statute.Parse(word.Text.ReplaceLineEndings("\n")), word.NotRead, null);
    }

    private async Task<PaperText> ReadAsync(Paper paper)
    {
        if ((paper.MediaType != PaperKinds.Docx.MediaType && paper.MediaType != PaperKinds.Txt.MediaType) || paper.Size > Longest)
        {
            return new PaperText(paper, null, null);
        }

        await using var file = store.OpenRead(paper.Sha256);
        if (file is null)
        {
            return new PaperText(paper, null, $"找不到“{paper.Name}”的内容。");
        }

        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content);
        var (text, _, refusal) = Read(content);
        return new PaperText(paper, text, refusal);
    }
}
