using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>The names behind the ids in a matter's records, in three queries.</summary>
internal sealed class Names
{
    private readonly Dictionary<Guid, string> people;
    private readonly Dictionary<Guid, string> units;
    private readonly Dictionary<Guid, string> posts;

    private Names(Dictionary<Guid, string> people, Dictionary<Guid, string> units, Dictionary<Guid, string> posts) =>
        (this.people, this.units, this.posts) = (people, units, posts);

    public string Person(Guid id) => people.GetValueOrDefault(id, "（不在册）");

    public string Unit(Guid id) => units.GetValueOrDefault(id, "（不在册）");

    public string Actor(Record record) => record.PersonId is { } id ? Person(id) : "命令行补录";

    public string Post(Record record) => record.PostId is { } id ? posts.GetValueOrDefault(id, "") : "";

    public static async Task<Names> LoadAsync(RendaDb db, MatterView matter)
    {
        var congress = matter.Actor.Congress;
        var records = matter.Family.All.SelectMany(m => m.Records).ToList();
        List<Guid> persons =
        [
            .. records.Select(r => r.PersonId).Concat(matter.Root.Parties.Select(p => p.PersonId)).Append(matter.Root.Matter.PersonId).OfType<Guid>()
                .Concat(Given(matter, FieldType.Person, FieldType.Persons)).Distinct(),
        ];
        List<Guid> held = [.. records.Select(r => r.PostId).OfType<Guid>().Distinct()];
        List<Guid> named = [.. Given(matter, FieldType.Unit, FieldType.Units).Distinct()];
        var titles = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == congress && held.Contains(post.Id)
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { post.Id, post.Kind, unit.Name }).ToListAsync();
        return new Names(
            await db.People.Where(p => p.Congress == congress && persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name),
            await db.Units.Where(u => u.Congress == congress && named.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name),
            titles.ToDictionary(t => t.Id, t => $"{t.Name} · {Posts.Titles[t.Kind]}"));
    }

    private static IEnumerable<Guid> Given(MatterView matter, params FieldType[] types) =>
        from member in matter.Family.All
        from record in member.Records
        let given = RecordJson.ReadParticulars(record.Particulars)
        from field in member.Procedure.Steps[record.Step].Asks
        where types.Contains(field.Type)
        from value in given[field.Id]
        where Guid.TryParse(value, out _)
        select Guid.Parse(value);
}
