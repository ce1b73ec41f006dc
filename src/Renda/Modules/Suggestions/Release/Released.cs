using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Release;

/// <summary>A suggestion as the public reads it: what its release says, and nothing else of it.</summary>
internal sealed record Released(Guid Id, DateOnly On, Particulars Text)
{
    public const int PageSize = 30;
    private const string Public = "public";
    private static readonly string[] Writing = ["propose", "revise", "correct"];

    /// <summary>Those released, newest first, one more than a page.</summary>
    public static async Task<List<Released>> PageAsync(RendaDb db, int congress, int? year, string? words, (DateOnly Day, Guid Id)? after)
    {
        var matters = Open(db, congress);
        if (year is { } y)
        {
            var (from, until) = (new DateOnly(y, 1, 1), new DateOnly(y, 12, 31));
            matters = matters.Where(m => m.OpenedOn >= from && m.OpenedOn <= until);
        }

        if (words is not null && SearchIndex.Candidate(db, words, [SearchIndex.Procedure(ReleaseFlow.Id)]) is { } hits)
        {
            // As a set: the index is asked once, not for each matter.
            var found = hits.Where(h => h.Congress == congress).Select(h => h.MatterId);
            matters = matters.Where(m => found.Contains(m.Id));
        }

        if (after is (var day, var id))
        {
            matters = matters.Where(m => m.OpenedOn <= day && (m.OpenedOn < day || m.Id.CompareTo(id) < 0));
        }

        return await TextsAsync(db, congress, await matters.OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id).Take(PageSize + 1).ToListAsync());
    }

    /// <summary>Whether the words stand in what is public: the index knows a matter by more than its text.</summary>
    public bool Says(string words) => Bigrams.Contains(string.Join('\n', Text.Values.Values.SelectMany(v => v)), words);

    /// <summary>Null where nothing is released under this id.</summary>
    public static async Task<(Released Text, int Congress)?> FindAsync(RendaDb db, Guid id)
    {
        // The congress leads the key: without it every matter would be read.
        var congresses = await db.Congresses.Select(c => c.Code).ToListAsync();
        var matter = await db.Matters.AsNoTracking().SingleOrDefaultAsync(m => congresses.Contains(m.Congress) && m.Id == id && m.Procedure == ReleaseFlow.Id && m.Stage == Public);
        return matter is null ? null : ((await TextsAsync(db, matter.Congress, [matter]))[0], matter.Congress);
    }

    public static IQueryable<Matter> Open(RendaDb db, int congress) =>
        db.Matters.AsNoTracking().Where(m => m.Congress == congress && m.Procedure == ReleaseFlow.Id && m.Stage == Public);

    // What was approved is what was written last before it.
    public static async Task<List<Released>> TextsAsync(RendaDb db, int congress, List<Matter> matters)
    {
        List<Guid> ids = [.. matters.Select(m => m.Id)];
        var written = (await db.Records.AsNoTracking().Where(r => r.Congress == congress && ids.Contains(r.MatterId) && Writing.Contains(r.Step)).ToListAsync())
            .GroupBy(r => r.MatterId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Sequence)!);
        return [.. matters.Select(m => new Released(m.Id, m.OpenedOn, RecordJson.ReadParticulars(written[m.Id].Particulars)))];
    }
}
