using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Walks;

/// <summary>An office of a few people who hold every post, under a clock that can be set: any procedure can be walked in it from end to end.</summary>
public sealed class WalkSite : IAsyncLifetime
{
    private const int People = 12;
    private const int Units = 6;

    private readonly Dictionary<Guid, SiteClient> clients = [];

    internal SimulatedTime Time { get; } = new() { Now = new DateTime(2026, 1, 5, 2, 0, 0, DateTimeKind.Utc) };

    internal DemoSite Site { get; private set; } = null!;

    internal List<Person> Persons { get; } = [];

    internal List<Unit> Offices { get; } = [];

    internal RuleShelf Rules => Site.Services.GetRequiredService<RuleShelf>();

    public async ValueTask InitializeAsync()
    {
        Site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), Time);
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        for (var n = 0; n < Units; n++)
        {
            Offices.Add(new Unit { Congress = Cast.Code, Name = $"走查处{n}", System = UnitSystem.Congress, Handles = true });
        }

        for (var n = 0; n < People; n++)
        {
            Persons.Add(new Person { Congress = Cast.Code, Name = $"走查员{(char)('甲' + n)}" });
        }

        db.AddRange(Offices);
        db.AddRange(Persons);
        foreach (var person in Persons)
        {
            foreach (var kind in Posts.Kinds.Except(Posts.Administrators))
            {
                db.AddRange(Offices.Select(unit => new Post { Congress = Cast.Code, PersonId = person.Id, UnitId = unit.Id, Kind = kind, From = new DateOnly(2000, 1, 1) }));
            }
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        for (var n = 0; n < Persons.Count; n++)
        {
            Assert.True((await accounts.CreateAsync(new Account { Congress = Cast.Code, PersonId = Persons[n].Id, UserName = $"walker{n}" }, DemoAccounts.Password)).Succeeded);
        }
    }

    /// <summary>A person's browser, signed in again whenever the time that passed has ended the session.</summary>
    internal async Task<SiteClient> AsAsync(Guid person)
    {
        if (clients.TryGetValue(person, out var client) && !(await client.GetPageAsync("/matters")).Path.StartsWith("/sign-in", StringComparison.Ordinal))
        {
            return client;
        }

        client?.Dispose();
        return clients[person] = await Site.SignInAsync($"walker{Persons.FindIndex(p => p.Id == person)}");
    }

    internal string NameOf(string person) => Persons.First(p => $"{p.Id}" == person).Name;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        await Site.DisposeAsync();
    }
}

/// <summary>Answers that name people, units and matters of the office; no two fields begin with the same one.</summary>
/// <param name="Target">The matter that fields of its procedure name.</param>
internal sealed record OfficeAnswers(WalkSite Site, (string Procedure, Guid Id)? Target, IReadOnlyDictionary<string, Guid> Matters) : IAnswerSource
{
    public IReadOnlyList<string> Ids(Field field, int count) => field.Type switch
    {
        FieldType.Person or FieldType.Persons => [.. Some(Site.Persons, field, count).Select(p => $"{p.Id}")],
        FieldType.Unit or FieldType.Units => [.. Some(Site.Offices, field, count).Select(u => $"{u.Id}")],
        FieldType.Matter or FieldType.Matters => Target is { } target && field.Of.Contains(target.Procedure) ? [$"{target.Id}"]
            : [.. field.Of.Where(Matters.ContainsKey).Select(of => $"{Matters[of]}").Take(1)],
        _ => [.. Enumerable.Range(1, count).Select(n => $"{field.Id}-{n}.txt")],
    };

    public string Words(Field field) => PlainAnswers.Instance.Words(field);

    private static IEnumerable<T> Some<T>(List<T> all, Field field, int count)
    {
        var first = field.Id.Sum(c => c) % all.Count;
        return Enumerable.Range(0, count).Select(n => all[(first + n) % all.Count]);
    }
}
