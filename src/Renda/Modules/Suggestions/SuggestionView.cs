using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Web;
using Renda.Procedures;
using Renda.Procedures.Diagrams;

namespace Renda.Modules.Suggestions;

/// <summary>A unit's part in a suggestion.</summary>
/// <param name="Leads">The unit whose work the suggestion's own clocks count.</param>
internal sealed record Handling(Guid Id, string Unit, string Part, bool Leads, string StageId, string Stage, bool Ended, string? Handler, IReadOnlyList<ClockLine> Clocks);

/// <summary>All a suggestion's page and its JSON show to one person.</summary>
internal sealed class SuggestionView
{
    public required MatterView Matter { get; init; }

    public required string Body { get; init; }

    public string? Extra { get; init; }

    public required string? Lead { get; init; }

    public required IReadOnlyList<(string Name, bool Confirmed)> Cosigners { get; init; }

    public required IReadOnlyList<Handling> Handlings { get; init; }

    public required IReadOnlyList<ClockLine> Clocks { get; init; }

    public required IReadOnlyList<NextAct> Acts { get; init; }

    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    /// <summary>What the deputy wants handled again: passed on to the units, though the evaluation itself is not.</summary>
    public required string? Request { get; init; }

    public required IReadOnlyList<StandingStep> Standing { get; init; }

    public required IHtmlContent Diagram { get; init; }

    public Matter Root => Matter.Root.Matter;

    public Procedure Procedure => Matter.Root.Procedure;

    public Stage Stage => Matter.Stage;

    public string? Subject => Words.Subject(Procedure, Root.Subject);

    public static async Task<SuggestionView> BuildAsync(RendaDb db, Addresses addresses, MatterView matter, DateOnly today)
    {
        var root = matter.Root.Matter;
        var names = await Names.LoadAsync(db, matter);
        var text = await db.Suggestions.AsNoTracking().Where(s => s.Congress == root.Congress && s.MatterId == root.Id).Select(s => new { s.Body, s.Extra }).SingleAsync();
        var visited = matter.Timeline().Where(x => x.Member == matter.Root).Select(x => x.Record.Stage).ToHashSet();
        var graph = StageGraph.Of(matter.Root.Procedure);
        return new SuggestionView
        {
            Matter = matter,
            Body = text.Body,
            Extra = text.Extra,
            Lead = root.PersonId is { } lead ? names.Person(lead) : null,
            Cosigners = [.. matter.Root.Parties.Where(p => p.Role is "cosigner" or "cosigner-invited").Select(p => (names.Person(p.PersonId!.Value), p.Role == "cosigner"))],
            Handlings = [.. matter.Family.Children.Select(c => ToHandling(matter, c, today))],
            Clocks = ClockLine.Of(matter, matter.Root, today),
            Acts = NextAct.Of(matter, addresses, today),
            Timeline = [.. matter.Timeline().Reverse().Select(x => TimelineOf.Item(x.Member, x.Record, names, new Dictionary<string, string> { ["body"] = text.Body }))],
            Request = RequestOf(matter),
            Standing = ProcedureDiagram.Standing(graph, matter.Stage.Id, visited),
            Diagram = ProcedureDiagram.Draw($"{matter.Root.Procedure.Title}办理程序", graph, matter.Stage.Id, visited),
        };
    }

    private static string? RequestOf(MatterView matter) =>
        matter.Root.Records.LastOrDefault(r => r.Stage == "rehandling" && r.Step is "evaluate" or "order-rehandling") is { } record && matter.Stage.Id == "rehandling"
            ? RecordJson.ReadParticulars(record.Particulars).One("request")
            : null;

    private static Handling ToHandling(MatterView matter, Loaded child, DateOnly today) => new(
        child.Matter.Id, child.Matter.Title, child.Procedure.Parts[child.Matter.Part!], child.Matter is { Part: "lead", Ended: false }, child.Matter.Stage, child.Procedure.Stage(child.Matter.Stage).Title, child.Matter.Ended,
        child.Records.LastOrDefault(r => r.Step == "sign") is { } sign ? RecordJson.ReadParticulars(sign.Particulars).One("handler") : null,
        matter.SeesMember(child) ? ClockLine.Of(matter, child, today) : []);
}
