using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Suggestions.Import;

/// <summary>The deputies and units of a congress by name, and those the register names that are not there yet.</summary>
internal sealed class Roster
{
    public const string NoDelegation = "未分团代表";

    private readonly Dictionary<string, List<(Guid Id, string Unit)>> deputies;
    private readonly Dictionary<string, Unit> units;
    private readonly int congress;
    private readonly Guid? coordinator;

    private Roster(int congress, Dictionary<string, List<(Guid Id, string Unit)>> deputies, Dictionary<string, Unit> units, Guid? coordinator) =>
        (this.congress, this.deputies, this.units, this.coordinator) = (congress, deputies, units, coordinator);

    public List<Person> NewPeople { get; } = [];

    public List<Unit> NewUnits { get; } = [];

    public static async Task<Roster> LoadAsync(RendaDb db, int congress, DateOnly today)
    {
        var known = await (
            from post in db.Posts
            where post.Congress == congress && post.Kind == Posts.Deputy && (post.To == null || post.To >= post.From)
            join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { person.Id, person.Name, Unit = unit.Name }).ToListAsync();
        var there = await db.Units.AsNoTracking().Where(u => u.Congress == congress).ToDictionaryAsync(u => u.Name, StringComparer.Ordinal);
        var dispatcher = await db.Posts.Where(p => p.Congress == congress && p.Kind == Posts.Dispatcher && p.From <= today && (p.To == null || p.To >= today))
            .OrderBy(p => p.UnitId).Select(p => (Guid?)p.UnitId).FirstOrDefaultAsync();
        return new Roster(
            congress, known.GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(d => (d.Id, d.Unit)).ToList(), StringComparer.Ordinal),
            there, dispatcher);
    }

    /// <summary>The deputy's id, or a sentence why the name does not say who is meant.</summary>
    public (Guid Id, string? Sentence) Deputy(string name)
    {
        var (bare, hint) = Hint(name);
        if (!deputies.TryGetValue(name, out var found))
        {
            found = hint is not null && deputies.TryGetValue(bare, out var all) ? [.. all.Where(d => d.Unit.Contains(hint, StringComparison.Ordinal))] : [];
        }

        var ids = found.Select(d => d.Id).Distinct().ToList();
        return ids.Count switch
        {
            1 => (ids[0], null),
            > 1 => (Guid.Empty, $"有 {ids.Count} 位名叫“{bare}”的代表（{string.Join("、", found.Select(d => d.Unit).Distinct())}），分不清是哪一位。请写成“{bare}（代表团名）”。"),
            _ when name.EnumerateRunes().Count() > 40 => (Guid.Empty, $"“{name}”不像姓名。"),
            _ when hint is not null => (Guid.Empty, $"“{hint}”没有名叫“{bare}”的代表。请核对姓名和代表团名；新代表只写姓名。"),
            _ => (Add(name), null),
        };
    }

    /// <summary>The unit's id, or a sentence why nothing can be handed to it.</summary>
    public (Guid Id, string? Sentence) Unit(string name)
    {
        if (!units.TryGetValue(name, out var unit))
        {
            if (name.EnumerateRunes().Count() > 60)
            {
                return (Guid.Empty, $"“{name}”不像单位名称。");
            }

            units[name] = unit = new Unit { Congress = congress, Name = name, System = UnitSystem.Government, CoordinatorId = coordinator, Handles = true };
            NewUnits.Add(unit);
        }

        return unit.Handles ? (unit.Id, null) : (Guid.Empty, $"“{name}”不承办代表建议，不能填在这里。");
    }

    /// <summary>Of those that are new, keeps the ones with these ids.</summary>
    public void Keep(IReadOnlySet<string> used)
    {
        NewPeople.RemoveAll(p => !used.Contains(p.Id.ToString("D")));
        NewUnits.RemoveAll(u => !used.Contains(u.Id.ToString("D")));
    }

    /// <summary>Writes those that are new; deputies go to a unit of their own until somebody says where they belong.</summary>
    public async Task SaveAsync(RendaDb db, DateOnly since)
    {
        db.Units.AddRange(NewUnits);
        if (NewPeople.Count > 0)
        {
            var delegation = units.GetValueOrDefault(NoDelegation);
            if (delegation is null)
            {
                delegation = new Unit { Congress = congress, Name = NoDelegation, System = UnitSystem.Delegation };
                db.Units.Add(delegation);
            }

            db.People.AddRange(NewPeople);
            db.Posts.AddRange(NewPeople.Select(p => new Post { Congress = congress, PersonId = p.Id, UnitId = delegation.Id, Kind = Posts.Deputy, From = since }));
        }

        await db.SaveChangesAsync();
    }

    private Guid Add(string name)
    {
        var person = new Person { Congress = congress, Name = name };
        NewPeople.Add(person);
        deputies[name] = [(person.Id, NoDelegation)];
        return person.Id;
    }

    private static (string Bare, string? Hint) Hint(string name)
    {
        var open = name.IndexOfAny(['（', '(']);
        return open > 0 && name[^1] is '）' or ')' ? (name[..open], name[(open + 1)..^1]) : (name, null);
    }
}
