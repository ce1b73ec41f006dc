using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>A matter with what belongs to it: records, parties, clocks.</summary>
internal sealed class Loaded
{
    public required Matter Matter { get; init; }

    public required Procedure Procedure { get; init; }

    public required List<Record> Records { get; init; }

    public required List<Party> Parties { get; init; }

    public required List<MatterClock> Clocks { get; init; }

    /// <summary>Matters that name this one, where a step asks about them.</summary>
    public IReadOnlyList<ChildState> Linked { get; init; } = [];

    public IReadOnlyDictionary<string, Tally> Tallies { get; init; } = new Dictionary<string, Tally>();

    public MatterState State(IEnumerable<Loaded> children, Guid? actor) => new()
    {
        Stage = Matter.Stage,
        Actor = actor?.ToString(),
        Linked = Linked,
        Tallies = Tallies,
        Part = Matter.Part,
        Acts = [.. Records.Select(r => new PastAct(r.Sequence, r.Step, r.On, RecordJson.ReadParticulars(r.Particulars), r.PersonId?.ToString()))],
        Parties = Parties.Select(p => p.Role).ToHashSet(),
        Clocks = [.. Clocks.Select(ToClock)],
        Children = [.. children.Select(c => new ChildState(c.Matter.Procedure, c.Matter.Part, c.Matter.Stage, c.Matter.Title))],
    };

    private static Clock ToClock(MatterClock c) =>
        new(c.Limit, c.StartedOn, c.Unrolled, c.Due, c.Provisional, c.Soft, c.Derivation.Split('\n'), c.StoppedOn, c.Replaced);
}

/// <summary>A matter, its parent if it is a child, and the children: what an act can touch.</summary>
internal sealed class Family
{
    public required Loaded Root { get; init; }

    public required List<Loaded> Children { get; init; }

    public IEnumerable<Loaded> All => Children.Prepend(Root);

    public Loaded Of(Guid id) => All.First(l => l.Matter.Id == id);

    public MatterState State(Loaded of, Guid? actor = null) => of.State(of == Root ? Children : [], actor);

    /// <summary>Loads the family of a matter whole, asked for by its own id or by that of a part. Null when there is no such matter.</summary>
    public static async Task<Family?> LoadAsync(RendaDb db, RuleShelf rules, int congress, Guid id)
    {
        var matters = await MattersAsync(db, congress, id);
        if (matters.Find(m => m.Id == id) is not { } asked)
        {
            return null;
        }

        var root = asked.ParentId ?? id;
        if (root != id)
        {
            matters = await MattersAsync(db, congress, root);
        }

        var records = await FamilyRows.Records.For(db)(db, congress, root).ToListAsync();
        var parties = await FamilyRows.Parties.For(db)(db, congress, root).ToListAsync();
        var clocks = await FamilyRows.Clocks.For(db)(db, congress, root).ToListAsync();
        var head = await Load(matters.First(m => m.Id == root), parent: null);
        var children = new List<Loaded>();
        foreach (var child in matters.Where(m => m.Id != root))
        {
            children.Add(await Load(child, head.Procedure));
        }

        return new Family { Root = head, Children = children };

        async Task<Loaded> Load(Matter matter, Procedure? parent)
        {
            var procedure = parent?.Children[matter.Procedure] ?? await rules.VersionAsync(db, matter.Version);
            return With(matter, procedure, await Elsewhere.LinkedAsync(db, congress, matter.Id, procedure), await Elsewhere.TalliesAsync(db, congress, procedure, rules.Today));
        }

        Loaded With(Matter matter, Procedure procedure, IReadOnlyList<ChildState> linked, IReadOnlyDictionary<string, Tally> tallies) => new()
        {
            Matter = matter,
            Procedure = procedure,
            Linked = linked,
            Tallies = tallies,
            Records = [.. records.Where(r => r.MatterId == matter.Id).OrderBy(r => r.Sequence)],
            Parties = [.. parties.Where(p => p.MatterId == matter.Id)],
            Clocks = [.. clocks.Where(c => c.MatterId == matter.Id).OrderBy(c => c.Id)],
        };
    }

    private static async Task<List<Matter>> MattersAsync(RendaDb db, int congress, Guid root) =>
        [.. (await FamilyRows.Matters.For(db)(db, congress, root).ToListAsync()).OrderBy(m => m.Id)];
}
