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

    /// <summary>Loads a family whole. Null when there is no such matter.</summary>
    public static async Task<Family?> LoadAsync(RendaDb db, RuleShelf rules, int congress, Guid id)
    {
        var asked = await db.Matters.AsNoTracking().Where(m => m.Congress == congress && m.Id == id).Select(m => new { m.ParentId }).SingleOrDefaultAsync();
        return asked is null ? null : await WholeAsync(db, rules, congress, asked.ParentId ?? id);
    }

    /// <summary>Loads the family of a matter that is nobody's child.</summary>
    public static async Task<Family> WholeAsync(RendaDb db, RuleShelf rules, int congress, Guid root)
    {
        var here = db.Matters.Where(m => m.Congress == congress);
        // Sorted here: with OR, or asked to sort, SQLite walks the whole key.
        List<Matter> matters = [.. (await here.Where(m => m.Id == root).Concat(here.Where(m => m.ParentId == root)).ToListAsync()).OrderBy(m => m.Id)];
        List<Guid> ids = [.. matters.Select(m => m.Id)];
        // Most have no parts: a query with a list of ids is put together anew each time.
        var alone = ids.Count == 1;
        var records = await (alone ? db.Records.Where(r => r.Congress == congress && r.MatterId == root) : db.Records.Where(r => r.Congress == congress && ids.Contains(r.MatterId)))
            .AsNoTracking().OrderBy(r => r.Sequence).ToListAsync();
        var parties = await (alone ? db.Parties.Where(p => p.Congress == congress && p.MatterId == root) : db.Parties.Where(p => p.Congress == congress && ids.Contains(p.MatterId))).ToListAsync();
        var clocks = await (alone ? db.Clocks.Where(c => c.Congress == congress && c.MatterId == root) : db.Clocks.Where(c => c.Congress == congress && ids.Contains(c.MatterId)))
            .OrderBy(c => c.Id).ToListAsync();
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
            Records = [.. records.Where(r => r.MatterId == matter.Id)],
            Parties = [.. parties.Where(p => p.MatterId == matter.Id)],
            Clocks = [.. clocks.Where(c => c.MatterId == matter.Id)],
        };
    }
}
