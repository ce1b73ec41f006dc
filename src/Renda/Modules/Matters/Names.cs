using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>The names behind the ids in a matter's records, in a query for each kind.</summary>
internal sealed class Names
{
    private const string Unknown = "（不在册）";

    private Dictionary<Guid, string> People { get; init; } = [];

    private Dictionary<Guid, string> Units { get; init; } = [];

    private Dictionary<Guid, string> Held { get; init; } = [];

    private Dictionary<Guid, string> Matters { get; init; } = [];

    public string Person(Guid id) => People.GetValueOrDefault(id, Unknown);

    public string Unit(Guid id) => Units.GetValueOrDefault(id, Unknown);

    /// <summary>Of another matter, as this person may see it.</summary>
    public string Matter(Guid id) => Matters.GetValueOrDefault(id, "（您不能查阅的事项）");

    /// <param name="of">The matter acted on, whose text tells the public's acts from those of the command line.</param>
    public string Actor(Loaded of, Record record) => record.PersonId is { } id ? Person(id) : Casting.PublicRole(of.Procedure, record.Step)?.Title ?? "命令行补录";

    public string Post(Record record) => record.PostId is { } id ? Held.GetValueOrDefault(id, "") : "";

    /// <summary>Whoever a matter or a part of it belongs to; null where it is nobody's in particular.</summary>
    public string? Whose(Matter matter) => matter.UnitId is { } unit ? Unit(unit) : matter.PersonId is { } person ? Person(person) : null;

    public static async Task<Names> LoadAsync(RendaDb db, MatterView matter)
    {
        var congress = matter.Actor.Congress;
        var members = matter.Family.All.ToList();
        var parties = members.SelectMany(m => m.Parties).ToList();
        List<Guid> persons =
        [
            .. members.SelectMany(m => m.Records).Select(r => r.PersonId).Concat(parties.Select(p => p.PersonId)).Concat(members.Select(m => m.Matter.PersonId)).OfType<Guid>()
                .Concat(Given(matter, FieldType.Person, FieldType.Persons)).Distinct(),
        ];
        List<Guid> units = [.. parties.Select(p => p.UnitId).Concat(members.Select(m => m.Matter.UnitId)).OfType<Guid>().Concat(Given(matter, FieldType.Unit, FieldType.Units)).Distinct()];
        List<Guid> matters = [.. Given(matter, FieldType.Matter, FieldType.Matters).Distinct()];
        return new Names
        {
            People = await db.People.Where(p => p.Congress == congress && persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name),
            Units = units.Count == 0 ? [] : await db.Units.Where(u => u.Congress == congress && units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name),
            Held = await HeldAsync(db, matter),
            Matters = matters.Count == 0 ? []
                : await db.Matters.VisibleTo(db, matter.Actor).Where(m => matters.Contains(m.Id)).Select(m => new { m.Id, Name = m.Number == null ? m.Title : m.Number + " " + m.Title }).ToDictionaryAsync(m => m.Id, m => m.Name),
        };
    }

    private static async Task<Dictionary<Guid, string>> HeldAsync(RendaDb db, MatterView matter)
    {
        var congress = matter.Actor.Congress;
        List<Guid> held = [.. matter.Family.All.SelectMany(m => m.Records).Select(r => r.PostId).OfType<Guid>().Distinct()];
        var titles = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == congress && held.Contains(post.Id)
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { post.Id, post.Kind, unit.Name }).ToListAsync();
        return titles.ToDictionary(t => t.Id, t => $"{t.Name} · {Posts.Titles[t.Kind]}");
    }

    private static IEnumerable<Guid> Given(MatterView matter, params FieldType[] types) =>
        from member in matter.Family.All
        from record in member.Records
        let asked = member.Procedure.Steps[record.Step].Asks.Where(f => types.Contains(f.Type)).ToList()
        where asked.Count > 0
        let given = RecordJson.ReadParticulars(record.Particulars)
        from field in asked
        from value in given[field.Id]
        where Guid.TryParse(value, out _)
        select Guid.Parse(value);
}
