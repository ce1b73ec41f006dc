using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Board;

/// <summary>The projects by phase: what is proposed, drafted, deliberated, passed and in force.</summary>
[Needs(LegislationModule.Read)]
internal sealed class IndexModel(Projects projects, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    private static readonly (string Title, string[] Stages)[] All =
    [
        ("立项", ["suggested", "programmed", "planned"]),
        ("起草", ["drafting"]),
        ("提案", ["submitted", "with-committee", "listed"]),
        ("审议", ["awaiting-first", "revising", "consulting", "unified", "awaiting-reading", "deferred", "shelved", "to-congress", "congress"]),
        ("表决", ["voting-text", "clause-voting", "clause-voted", "passed", "approval-asked", "approved"]),
        ("公布备案", ["promulgated", "gazetted", "filed"]),
        ("施行", ["in-force", "reported"]),
    ];

    public IReadOnlyList<(string Title, IReadOnlyList<Project> Projects)> Phases { get; private set; } = [];

    public int Count => Phases.Sum(p => p.Projects.Count);

    public string? Begin { get; private set; }

    public DateOnly Today => time.Today();

    public async Task OnGetAsync()
    {
        var found = await projects.OfAsync(Actor, Today, ended: false);
        Phases = [.. All.Select(p => (p.Title, (IReadOnlyList<Project>)[.. found.Where(f => p.Stages.Contains(f.Stage)).OrderBy(f => f.Due ?? f.Meeting ?? DateOnly.MaxValue)]))];
        Begin = rules.Book.Find(LegislationFlow.Id, Actor.Jurisdiction, Today).Procedure is { } procedure && Work.Beginning(procedure, Actor).Any(s => s.Id == "suggest") ? addresses.Begin(LegislationFlow.Id, "suggest") : null;
    }
}
