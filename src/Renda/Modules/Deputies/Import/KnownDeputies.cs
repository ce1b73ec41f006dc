using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Import;

/// <summary>Somebody who is or was a deputy, or whom an earlier row makes one.</summary>
internal sealed record Known(Person Person, bool IsNew)
{
    public List<Mandate> Mandates { get; } = [];

    /// <summary>Where the person has been a deputy.</summary>
    public HashSet<Guid> Delegations { get; } = [];

    /// <summary>Rows that made the mandates, by mandate.</summary>
    public Dictionary<Guid, int> Rows { get; } = [];

    /// <summary>What lies in mandates that were there before, by mandate.</summary>
    public ILookup<Guid, MandatePeriod> Periods { get; set; } = Array.Empty<MandatePeriod>().ToLookup(p => p.MandateId);
}

/// <summary>The deputies the rows of a roster may mean, by name.</summary>
internal sealed class KnownDeputies(int congress)
{
    private const int AtOnce = 500;

    // Deputies, and members and chairs, who are deputies too (组织法第四十七条). Somebody else of the same name is somebody else.
    private static readonly string[] Kinds = [Posts.Deputy, Posts.Member, Posts.Chair];

    private readonly Dictionary<string, List<Known>> byName = new(StringComparer.Ordinal);

    public IReadOnlyList<Known> Called(string name) => byName.GetValueOrDefault(name) ?? [];

    public Known Add(string name)
    {
        var known = new Known(new Person { Congress = congress, Name = name }, IsNew: true);
        Put(known);
        return known;
    }

    public static async Task<KnownDeputies> LoadAsync(RendaDb db, int congress, IEnumerable<string> names)
    {
        var known = new KnownDeputies(congress);
        foreach (var some in names.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            await known.LoadAsync(db, some);
        }

        return known;
    }

    private async Task LoadAsync(RendaDb db, string[] names)
    {
        var people = await db.People.AsNoTracking().Where(p => p.Congress == congress && names.Contains(p.Name)).ToListAsync();
        List<Guid> ids = [.. people.Select(p => p.Id)];
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.Congress == congress && ids.Contains(m.PersonId)).ToListAsync();
        var posts = await db.Posts.AsNoTracking().Where(p => p.Congress == congress && ids.Contains(p.PersonId) && Kinds.Contains(p.Kind)).ToListAsync();
        List<Guid> held = [.. mandates.Select(m => m.Id)];
        var periods = (await db.MandatePeriods.AsNoTracking().Where(p => p.Congress == congress && held.Contains(p.MandateId)).ToListAsync()).ToLookup(p => p.MandateId);
        foreach (var person in people)
        {
            var known = new Known(person, IsNew: false) { Periods = periods };
            known.Mandates.AddRange(mandates.Where(m => m.PersonId == person.Id));
            var own = posts.Where(p => p.PersonId == person.Id).ToList();
            known.Delegations.UnionWith(known.Mandates.Select(m => m.DelegationId).Concat(own.Select(p => p.UnitId)));
            if (known.Mandates.Count + own.Count > 0)
            {
                Put(known);
            }
        }
    }

    private void Put(Known known)
    {
        if (!byName.TryGetValue(known.Person.Name, out var list))
        {
            byName[known.Person.Name] = list = [];
        }

        list.Add(known);
    }
}
