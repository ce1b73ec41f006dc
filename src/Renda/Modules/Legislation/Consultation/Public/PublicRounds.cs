using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Records;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>The drafts the public may read: those a record has published, and the papers they were published with.</summary>
internal sealed class PublicRounds(RendaDb db)
{
    private const int MostEnded = 100;

    /// <summary>Open ones by the day they end, then those ended, the latest first.</summary>
    public async Task<IReadOnlyList<ConsultationRound>> OfAsync(int congress, DateOnly today)
    {
        var rounds = db.Consultations.AsNoTracking().Where(c => c.Congress == congress);
        var open = await rounds.Where(c => c.UntilOn >= today && c.ClosedOn == null && c.PublishedOn <= today).OrderBy(c => c.UntilOn).ThenBy(c => c.MatterId).ToListAsync();
        var ended = await rounds.Where(c => c.UntilOn < today || c.ClosedOn != null).OrderByDescending(c => c.UntilOn).ThenBy(c => c.MatterId).Take(MostEnded).ToListAsync();
        return [.. open, .. ended];
    }

    public async Task<(Congress Congress, ConsultationRound Round)?> FindAsync(Guid matter, int? round)
    {
        // The congress leads the key.
        var congresses = await db.Congresses.AsNoTracking().ToListAsync();
        foreach (var congress in congresses)
        {
            if (await db.RoundAsync(congress.Code, matter, round) is { } found)
            {
                return (congress, found);
            }
        }

        return null;
    }

    /// <summary>The papers of the record that published it.</summary>
    public async Task<IReadOnlyList<RecordedPaper>> PapersAsync(ConsultationRound round) =>
        await db.Records.AsNoTracking().Where(r => r.Congress == round.Congress && r.MatterId == round.MatterId && r.Sequence == round.Round).Select(r => r.Papers).SingleOrDefaultAsync() is { } papers
            ? RecordJson.ReadPapers(papers) : [];

    public Task<Paper?> PaperAsync(int congress, Guid id) => db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == congress && p.Id == id);
}
