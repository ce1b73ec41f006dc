using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Laws.Reading;

/// <summary>What the office already knows of a regulation that was published, so that nobody types it again.</summary>
internal sealed class FromRegulation(RendaDb db, RuleShelf rules)
{
    public const string Regulation = "regulation";

    private static readonly string[] Voted = ["vote", "congress-vote"];

    /// <summary>Published, and not by a decision that only repeals.</summary>
    public static bool IsPublished(MatterView about) =>
        about.Root.Matter.Procedure == Regulation && Published(about) is { } published && published.One("repeals") != "yes";

    public static Particulars Entering(MatterView about)
    {
        var (title, passed, promulgated, effective) = Known(about);
        return Given(("title", title), ("kind", "local"), ("label", Label(about)), ("passed-on", passed), ("promulgated-on", promulgated), ("effective-on", effective), (Regulation, $"{about.Root.Matter.Id}"));
    }

    public async Task<Particulars> AddingAsync(Actor actor, Guid regulation)
    {
        if (await MatterView.LoadAsync(db, rules, actor, regulation) is not { } about || !IsPublished(about))
        {
            return Particulars.Empty;
        }

        var (_, _, _, effective) = Known(about);
        return Given(("new-label", Label(about)), ("from-on", effective), (Regulation, $"{regulation}"));
    }

    /// <summary>The law of the library that a regulation amends: the one made from an earlier regulation it names, or else of its name.</summary>
    public async Task<(Guid Id, string Title)?> AmendedAsync(MatterView about)
    {
        List<Guid> earlier = [.. about.Root.Records.SelectMany(r => RecordJson.ReadParticulars(r.Particulars)["earlier"]).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Distinct()];
        var (congress, name) = (about.Actor.Congress, LawNames.Of(about.Root.Matter.Title));
        var kept = db.Laws.AsNoTracking().Where(l => l.Congress == congress && l.RepealedOn == null);
        var found = await kept.Where(l => db.Links.Any(k => k.Congress == congress && k.MatterId == l.MatterId && earlier.Contains(k.TargetId))).Select(l => new { l.MatterId, l.Title }).FirstOrDefaultAsync()
            ?? await kept.Where(l => l.Name == name).Select(l => new { l.MatterId, l.Title }).FirstOrDefaultAsync();
        return found is null ? null : (found.MatterId, found.Title);
    }

    private static (string? Title, string? Passed, string? Promulgated, string? Effective) Known(MatterView about)
    {
        var published = Published(about);
        var passed = Voted.Select(v => Last(about, v)?.One("held-on")).OfType<string>().LastOrDefault();
        return (about.Root.Matter.Title, passed, published?.One("promulgated-on"), published?.One("effective-on"));
    }

    private static string? Label(MatterView about) => Published(about)?.One("promulgated-on") is { Length: > 4 } day ? $"{day[..4]}年公布" : null;

    // One that was in force before the office worked here was brought in as such.
    private static Particulars? Published(MatterView about) =>
        Last(about, "promulgate") ?? (Last(about, "import") is { } import && import.One("at") is "in-force" or "reported" ? Last(about, "import") : null);

    private static Particulars? Last(MatterView about, string step) =>
        about.Root.Records.LastOrDefault(r => r.Step == step && about.Sees(about.Root, r)) is { } record ? RecordJson.ReadParticulars(record.Particulars) : null;

    private static Particulars Given(params (string Field, string? Value)[] known) => Particulars.Of([.. known.Where(k => k.Value is not null).Select(k => (k.Field, k.Value!))]);
}
