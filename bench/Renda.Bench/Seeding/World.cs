using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Bench.Seeding;

/// <summary>The congress around the suggestions: units, deputies, and those who look at the pages.</summary>
internal sealed class World
{
    public const int Code = 370000;
    public const int UnitCount = 110;
    public const int DeputyCount = 900;
    public const string Clerk = "office";
    public const string Deputy = "deputy";
    public const string BigUnit = "big-unit";
    public const string SmallUnit = "small-unit";
    public const string Dispatcher = "dispatcher";

    public required Procedure Procedure { get; init; }

    public required Guid OfficeClerk { get; init; }

    public required Guid OfficePost { get; init; }

    public required Guid Coordinator { get; init; }

    public required IReadOnlyList<Unit> Units { get; init; }

    public required IReadOnlyList<Person> Deputies { get; init; }

    public static async Task<World> MakeAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<RendaDb>();
        var rules = services.GetRequiredService<RuleShelf>();
        var today = services.GetRequiredService<TimeProvider>().Today();
        var procedure = rules.Book.Find("suggestion", "370000", today).Procedure!;
        await rules.KeepAsync(db, procedure);
        var office = Unit("人事代表工作室", UnitSystem.Congress, null);
        var government = Unit("省政府办公厅", UnitSystem.Government, null);
        List<Unit> units = [.. Enumerable.Range(0, UnitCount).Select(i => Unit($"第{i + 1}承办单位", UnitSystem.Government, government.Id))];
        List<Person> deputies = [.. Enumerable.Range(0, DeputyCount).Select(i => Person($"{"王李张刘陈杨赵黄周吴"[i % 10]}{"建国志强秀英海燕文明立新"[i / 10 % 12]}{"华军平红玉林涛波"[i / 120]}"))];
        var clerk = Person("经办人");
        db.Congresses.Add(new Congress { Code = Code, Name = "某省人民代表大会", Jurisdiction = "370000", OfficeUnitId = office.Id });
        db.Units.AddRange([office, government, .. units]);
        db.People.AddRange(deputies);
        db.Posts.AddRange(deputies.Select(d => Post(d, office, Posts.Deputy)));
        var post = Post(clerk, office, Posts.OfficeClerk);
        db.Posts.Add(post);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        (string Name, Person Who, Post? Post)[] viewers =
        [
            (Clerk, clerk, null), (Deputy, deputies[0], null), Viewer(Dispatcher, government, Posts.Dispatcher),
            Viewer(BigUnit, units[0], Posts.UnitClerk), Viewer(SmallUnit, units[100], Posts.UnitClerk),
        ];
        db.People.AddRange(viewers.Select(v => v.Who).Except(deputies));
        db.Posts.AddRange(viewers.Select(v => v.Post).OfType<Post>());
        await db.SaveChangesAsync();
        foreach (var (name, who, _) in viewers)
        {
            var created = await accounts.CreateAsync(new Account { UserName = name, Congress = Code, PersonId = who.Id }, "benchmark-2026");
            if (!created.Succeeded)
            {
                throw new InvalidOperationException(created.ToString());
            }
        }

        return new World { Procedure = procedure, OfficeClerk = clerk.Id, OfficePost = post.Id, Coordinator = government.Id, Units = units, Deputies = deputies };
    }

    private static (string Name, Person Who, Post? Post) Viewer(string name, Unit unit, string kind)
    {
        var person = Person($"{unit.Name}经办人");
        return (name, person, Post(person, unit, kind));
    }

    private static Unit Unit(string name, UnitSystem system, Guid? coordinator) =>
        new() { Congress = Code, Name = name, System = system, CoordinatorId = coordinator, Handles = coordinator is not null };

    private static Person Person(string name) => new() { Congress = Code, Name = name };

    private static Post Post(Person person, Unit unit, string kind) =>
        new() { Congress = Code, PersonId = person.Id, UnitId = unit.Id, Kind = kind, From = new DateOnly(2005, 1, 1) };
}
