using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Legislation.Versions;

/// <summary>Filing for the record begins from the regulation and goes out with its papers: the text published and the explanation (立法法 109).</summary>
internal sealed class FilingFlow(RuleShelf rules) : IFlow
{
    private const string Papers = "papers";

    // Whose papers go along, and from which field.
    private static readonly (string Step, string Field)[] Along = [("gazette", Labels.Field), ("promulgate", Labels.Field), ("submit", "explanation")];

    public string Procedure => "filing";

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => PlainFlow.Instance.RefuseAsync(acting);

    public Task FollowAsync(Acting acting) => PlainFlow.Instance.FollowAsync(acting);

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    /// <summary>Begun from a regulation: its name and the day it was published.</summary>
    public Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step)
    {
        var start = Prefill.About(about, step);
        if (about.Root.Matter.Procedure != LegislationFlow.Id || step.Id != "prepare")
        {
            return Task.FromResult(start);
        }

        var day = Last(about.Root, "promulgate")?.One("promulgated-on");
        List<(string, string)> known = [("title", about.Root.Matter.Title), ("kind", "own"), .. start["source"].Select(s => ("source", s))];
        return Task.FromResult(Particulars.Of([.. known, .. day is null ? Array.Empty<(string, string)>() : [("promulgated-on", day)]]));
    }

    public async Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step)
    {
        var start = Prefill.Latest(view, member, step);
        if (step.Id != "send" || !Guid.TryParse(Last(member, "prepare")?.One("source"), out var source) || await MatterView.LoadAsync(db, rules, view.Actor, source) is not { } regulation)
        {
            return start;
        }

        // The gazette's text is the standard one (立法法 89): where it is there, the one of the announcement stays at home.
        var fields = Last(regulation.Root, "gazette")?[Labels.Field].Count > 0 ? Along.Where(a => a.Step != "promulgate") : Along;
        string[] papers = [.. fields.SelectMany(a => Last(regulation.Root, a.Step)?[a.Field] ?? [])];
        if (papers.Length == 0)
        {
            return start;
        }

        var copies = await MadeAsync(db, view.Actor, papers) ?? (await PaperCopies.OfAsync(db, view.Actor, Particulars.Of([.. papers.Select(p => (Papers, p))]), Papers))[Papers];
        return new Particulars(new Dictionary<string, IReadOnlyList<string>>(start.Values, StringComparer.Ordinal) { [Papers] = copies });
    }

    // A form opened twice finds the copies of the first time.
    private static async Task<IReadOnlyList<string>?> MadeAsync(RendaDb db, Actor actor, IReadOnlyList<string> papers)
    {
        List<Guid> ids = [.. papers.Select(Guid.Parse)];
        var wanted = await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && ids.Contains(p.Id)).OrderBy(p => p.Id).Select(p => new { p.Sha256, p.Name }).ToListAsync();
        List<string> hashes = [.. wanted.Select(w => w.Sha256)];
        var there = await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && p.MatterId == null && p.UploadedBy == actor.PersonId && hashes.Contains(p.Sha256)).ToListAsync();
        var made = wanted.Select(w => there.FirstOrDefault(t => t.Sha256 == w.Sha256 && t.Name == w.Name)?.Id).ToList();
        return made.TrueForAll(id => id is not null) ? [.. made.Select(id => $"{id}")] : null;
    }

    private static Particulars? Last(Loaded matter, string step) => matter.Records.LastOrDefault(r => r.Step == step) is { } record ? RecordJson.ReadParticulars(record.Particulars) : null;
}
