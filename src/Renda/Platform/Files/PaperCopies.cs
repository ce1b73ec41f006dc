using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Files;

/// <summary>The same files among the papers of another matter. Each record has papers of its own, and whoever sees the matter can open them.</summary>
internal static class PaperCopies
{
    /// <summary>What was given, with papers of their own in these fields, as uploaded by whoever acts.</summary>
    public static async Task<Particulars> OfAsync(RendaDb db, Actor actor, Particulars given, string field)
    {
        List<Guid> ids = [.. given[field].Select(Guid.Parse)];
        if (ids.Count == 0)
        {
            return given;
        }

        var papers = (await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync())
            .Select(p => new Paper { Congress = p.Congress, Name = p.Name, Size = p.Size, MediaType = p.MediaType, Sha256 = p.Sha256, UploadedBy = actor.PersonId, At = p.At }).ToList();
        db.Papers.AddRange(papers);
        await db.SaveChangesAsync();
        return new Particulars(new Dictionary<string, IReadOnlyList<string>>(given.Values, StringComparer.Ordinal) { [field] = [.. papers.Select(p => $"{p.Id}")] });
    }
}
