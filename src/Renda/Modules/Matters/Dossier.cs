using Microsoft.AspNetCore.Html;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;
using Renda.Procedures.Diagrams;

namespace Renda.Modules.Matters;

/// <summary>Parallel work below a matter.</summary>
internal sealed record Part(Guid Id, string Title, string? Kind, string? Who, Stage Stage, IReadOnlyList<ClockLine> Clocks, IReadOnlyList<NextAct> Acts);

/// <summary>All a matter's page shows to one person.</summary>
internal sealed class Dossier
{
    // More than these are looked for where the parts are listed.
    private const int FewActsOnParts = 4;

    public required MatterView Matter { get; init; }

    public required string? Who { get; init; }

    public required IReadOnlyList<NextAct> Acts { get; init; }

    public required IReadOnlyList<ClockLine> Clocks { get; init; }

    public required IReadOnlyList<Part> Parts { get; init; }

    public required IReadOnlyList<Linked> Naming { get; init; }

    public required IReadOnlyList<Linked> NamedBy { get; init; }

    public required Content Content { get; init; }

    /// <summary>Who takes part, by role.</summary>
    public required IReadOnlyList<(string Role, string Names)> Parties { get; init; }

    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    public required IReadOnlyList<StandingStep> Standing { get; init; }

    public required IHtmlContent Diagram { get; init; }

    /// <summary>Says that new matters run by another text, or by none; null where they run by this one.</summary>
    public required string? Since { get; init; }

    public Matter Root => Matter.Root.Matter;

    public Procedure Procedure => Matter.Root.Procedure;

    public static async Task<Dossier> BuildAsync(RendaDb db, RuleShelf rules, Addresses addresses, MatterView view, DateOnly today)
    {
        var names = await Names.LoadAsync(db, view);
        var content = Content.Of(view, names);
        var acts = NextAct.Of(view, addresses, today);
        var onParts = acts.Where(a => a.Matter != view.Root.Matter.Id).ToList();
        var visited = view.Timeline().Where(x => x.Member == view.Root).Select(x => x.Record.Stage).ToHashSet();
        var graph = StageGraph.Of(view.Root.Procedure);
        return new Dossier
        {
            Matter = view,
            Who = Display.Join(view.Root.Matter.UnitId is { } unit ? names.Unit(unit) : null, view.Root.Matter.PersonId is { } person ? names.Person(person) : null),
            Acts = onParts.Count <= FewActsOnParts ? acts : [.. acts.Except(onParts)],
            Clocks = ClockLine.Of(view, view.Root, today),
            Parts = [.. view.Family.Children.Where(view.SeesMember).Select(c => PartOf(view, c, names, onParts, today))],
            Naming = await Linked.FromAsync(db, rules, addresses, view),
            NamedBy = await Linked.ToAsync(db, rules, addresses, view),
            Content = content,
            Parties = [.. PartiesOf(view, names)],
            Timeline = [.. view.Timeline().Reverse().Select(x => TimelineOf.Item(x.Member, x.Record, names, content.Texts))],
            Standing = ProcedureDiagram.Standing(graph, view.Stage.Id, visited),
            Diagram = ProcedureDiagram.Draw($"{view.Root.Procedure.Title}办理程序", graph, view.Stage.Id, visited),
            Since = SinceOf(rules, view.Actor, view.Root.Procedure, today),
        };
    }

    private static Part PartOf(MatterView view, Loaded child, Names names, List<NextAct> acts, DateOnly today) => new(
        child.Matter.Id, child.Matter.Title,
        child.Matter.Part is { } part ? child.Procedure.Parts[part] : view.Root.Procedure.Children.Count > 1 ? child.Procedure.Title : null,
        names.Whose(child.Matter) is { } who && who != child.Matter.Title ? who : null,
        view.StageOf(child), ClockLine.Of(view, child, today), [.. acts.Where(a => a.Matter == child.Matter.Id && a.Open)]);

    private static IEnumerable<(string, string)> PartiesOf(MatterView view, Names names) =>
        from role in view.Root.Procedure.Roles.Values
        where role.Party is not null
        group role.Title by role.Party into titles
        let who = view.Root.Parties.Where(p => p.Role == titles.Key && view.SeesParty(p)).Select(p => p.PersonId is { } id ? names.Person(id) : names.Unit(p.UnitId!.Value)).Distinct().ToList()
        where who.Count > 0
        select (string.Join("、", titles.Distinct()), string.Join("、", who));

    /// <summary>Enough of a version to tell it from others.</summary>
    public static string Short(Procedure text) => text.Version[..8];

    private static string? SinceOf(RuleShelf rules, Actor actor, Procedure own, DateOnly today)
    {
        var (now, none) = rules.Book.Find(own.Id, actor.Jurisdiction, today);
        return now is null ? $"现在不能开始新的{own.Title}：{none}"
            : now.Version == own.Version ? null
            // A file should say since when it reads differently; where it does not, its version tells the two texts apart.
            : now.InForce == own.InForce && now.Law == own.Law ? $"规则文件后来改过，没有写明新的施行日期。新开始的{own.Title}按改后的办理（版本 {Short(now)}）；本件按开始时的办完。"
            : $"新开始的{own.Title}按 {Display.Date(now.InForce)} 起的《{now.Law}》办理；本件按开始时的规则办完。";
    }
}
