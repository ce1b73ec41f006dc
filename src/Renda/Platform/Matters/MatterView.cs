using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>A matter as one person may see it. Pages, JSON, exports and papers all look through here.</summary>
internal sealed class MatterView
{
    private MatterView(Family family, Actor actor)
    {
        (Family, Actor) = (family, actor);
        Roles = family.All.ToDictionary(m => m.Matter.Id, m => (IReadOnlySet<string>)Casting.Roles(m, actor).Keys.ToHashSet());
    }

    public Family Family { get; }

    public Actor Actor { get; }

    public Loaded Root => Family.Root;

    /// <summary>The roles the person plays, by matter.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlySet<string>> Roles { get; }

    /// <summary>The stage this person is shown.</summary>
    public Stage Stage => StageOf(Root);

    /// <summary>The stage of the whole or of a part of it, another one where acts are hidden from this person.</summary>
    public Stage StageOf(Loaded member) => member.Procedure.Stage(member.Procedure.Steps.Values.Any(Hides) ? member.Matter.ShownStage : member.Matter.Stage);

    /// <summary>Null when there is nothing this person may see under the id of a matter or of a child.</summary>
    public static async Task<MatterView?> LoadAsync(RendaDb db, RuleShelf rules, Actor actor, Guid id) =>
        await Family.LoadAsync(db, rules, actor.Congress, id) is { } family ? Of(family, actor, id) : null;

    /// <summary>The same, of a family already loaded.</summary>
    public static MatterView? Of(Family family, Actor actor, Guid id)
    {
        // A part is never seen without the whole it belongs to.
        if (!actor.Sees(family.Root) || !actor.Sees(family.Of(id)))
        {
            return null;
        }

        var view = new MatterView(family, actor);
        return view.SeesMember(family.Of(id)) ? view : null;
    }

    /// <summary>What decides on the person's steps; refusals speak of the stage the person is shown.</summary>
    public MatterState State(Loaded member) => Family.State(member, Actor.PersonId) with { Shown = member == Root ? Stage.Id : null };

    /// <summary>The number of the latest record of a member this person sees; 0 when there is none.</summary>
    public int Revision(Loaded member) => member.Records.Where(r => Sees(member, r)).Select(r => r.Sequence).DefaultIfEmpty(0).Max();

    /// <summary>The records this person may see, oldest first.</summary>
    public IEnumerable<(Loaded Member, Record Record)> Timeline() =>
        Family.All.SelectMany(m => m.Records.Where(r => Sees(m, r)).Select(r => (m, r))).OrderBy(x => x.r.At).ThenBy(x => x.r.Sequence);

    public bool Sees(Loaded member, Record record) =>
        SeesMember(member) && !Hides(member.Procedure.Steps[record.Step]) && (!Drafts.Is(member, record) || member.Parties.Any(p => p.PersonId == Actor.PersonId));

    public bool SeesMember(Loaded member) =>
        member == Root || SeesAllParts || member.Parties.Any(IsMine);

    /// <summary>Whoever sees their own of the parallel work alone does not learn from the whole who has the rest of it.</summary>
    public bool SeesParty(Party party) => SeesAllParts || IsMine(party) || !IsConfined(party);

    private bool SeesAllParts => Actor.Oversees(Root.Matter.Procedure) || Root.Parties.Any(p => IsMine(p) && !IsConfined(p));

    private bool IsConfined(Party party) => Root.Procedure.Roles.Values.Any(r => r.Party == party.Role && r.Confined);

    /// <summary>Clocks this person may see: one that a hidden act stops would tell of it.</summary>
    public IEnumerable<MatterClock> ClocksOf(Loaded member) =>
        member.Clocks.Where(c => !member.Procedure.Limits[c.Limit].Until.Any(u => member.Procedure.Steps.TryGetValue(u, out var step) && Hides(step)));

    /// <summary>The steps open to this person, each with what still stands in the way.</summary>
    public IEnumerable<(Loaded Member, Step Step, IReadOnlyList<Refusal> Missing)> Offers(DateOnly today) =>
        from member in Family.All
        let state = State(member)
        from step in member.Procedure.Offers(state, Roles[member.Matter.Id])
        select (member, step, member.Procedure.Check(state, step, Roles[member.Matter.Id], today));

    private bool Hides(Step step) =>
        step.HiddenFrom.Count > 0 && !Root.Matter.Ended && Roles[Root.Matter.Id].All(step.HiddenFrom.Contains);

    private bool IsMine(Party party) => Actor.Is(party);
}
