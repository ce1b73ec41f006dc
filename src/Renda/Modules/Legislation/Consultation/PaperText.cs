using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Statutes;
using Renda.Statutes.Docx;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>Reads the text of a draft from the papers it was published with.</summary>
internal sealed class PaperText(RendaDb db, PaperStore store)
{
    private const int Largest = 8 * 1024 * 1024;

    /// <summary>The text of the first paper that has articles; null where none can be read so (a PDF).</summary>
    public async Task<string?> ReadAsync(int congress, IReadOnlyList<string> papers)
    {
        List<Guid> ids = [.. papers.Select(Guid.Parse)];
        var kept = await db.Papers.AsNoTracking().Where(p => p.Congress == congress && ids.Contains(p.Id)).ToListAsync();
        foreach (var paper in kept.Where(p => p.Size <= Largest && (p.MediaType == PaperKinds.Docx.MediaType || p.MediaType == PaperKinds.Txt.MediaType)).OrderBy(p => ids.IndexOf(p.Id)))
        {
            await using var file = store.OpenRead(paper.Sha256);
            if (file is null)
            {
                continue;
            }

            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            var text = (WordReading.IsWord(bytes) ? WordReading.Read(bytes).Text : PlainText.Read(bytes)).ReplaceLineEndings("\n");
            if (Statute.Parse(text) is { } statute && statute.Nodes.Any(n => n.Part == Part.Article))
            {
                return text;
            }
        }

        return null;
    }
}
