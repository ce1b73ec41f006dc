using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests;

/// <summary>A small office on a real database: one person for each role, three units, a clock that can be set.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    public const int Code = 370000;

    private readonly string[] settings;
    private readonly Dictionary<string, Guid> people = [];
    private readonly Dictionary<string, Guid> units = [];

    private readonly TimeProvider time;

    private TestOffice(WebApplication app, string[] settings, string data, TimeProvider time)
    {
        (App, this.settings, Data, this.time) = (app, settings, data, time);
    }

    public WebApplication App { get; }

    public string Data { get; }

    /// <summary>Runs a verb on the office's database.</summary>
    public Task<Ran> RunAsync(params string[] args) => Ran.Async(time, [.. args, .. settings]);

    /// <summary>Alters the database as somebody could who has it in hands: past the triggers.</summary>
    public Task TamperAsync(string sql) => WithDb(async db =>
    {
        if (db.Database.IsNpgsql())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("SET LOCAL session_replication_role = replica");
            await db.Database.ExecuteSqlRawAsync(sql);
            await transaction.CommitAsync();
            return;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "renda.db")};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('records', 'seals', 'seal_leaves', 'unsealed_records')";
        List<string> drops = [];
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                drops.Add(reader.GetString(0));
            }
        }

#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = string.Join("; ", drops.Append(sql));
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    });

    /// <param name="time">The office's clock; the machine's own where none is given.</param>
    /// <param name="more">Further settings as on the command line.</param>
    public static async Task<TestOffice> OpenAsync(string database, TimeProvider? time = null, params string[] more)
    {
        var data = Directory.CreateTempSubdirectory("renda-").FullName;
        var pointing = await Databases.NewAsync(database, data);
        var app = RendaApp.Create([.. pointing, "--Logging:LogLevel:Default", "None", .. more], time);
        var office = new TestOffice(app, pointing, data, time ?? TimeProvider.System);
        await office.WithDb(db => Storage.MigrateAsync(db, app.Configuration));
        await office.WithDb(office.FillAsync);
        return office;
    }

    /// <summary>Another node on the same database.</summary>
    public WebApplication Node(params string[] more) => RendaApp.Create([.. settings, "--Logging:LogLevel:Default", "None", .. more], time);

    public Guid Person(string name) => people[name];

    public string Unit(string name) => units[name].ToString();

    public async Task<Actor> Actor(string name) => await WithDb(db => CurrentActor.OfPersonAsync(db, App.Services.GetRequiredService<RuleShelf>(), Code, people[name], DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(8))));

    public async Task<T> WithDb<T>(Func<RendaDb, Task<T>> use)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<RendaDb>());
    }

    public Task WithDb(Func<RendaDb, Task> use) => WithDb(async db =>
    {
        await use(db);
        return true;
    });

    /// <summary>Takes a step as somebody, whatever the answer.</summary>
    public async Task<Outcome> Try(string who, Guid matter, string step, Guid? key = null, int? seen = null, params (string, string)[] given)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Acts>()
            .TakeAsync(await Actor(who), matter, new ActRequest(step, Particulars.Of(given), seen, key ?? Guid.CreateVersion7()));
    }

    /// <summary>Takes a step that must succeed.</summary>
    public async Task Do(string who, Guid matter, string step, params (string, string)[] given)
    {
        var outcome = await Try(who, matter, step, given: given);
        Assert.True(outcome is Outcome.Done, outcome is Outcome.Refused refused ? string.Join(' ', refused.Reasons.Select(r => r.Sentence)) : outcome.ToString());
    }

    public async Task<Guid> Draft(string title = "关于农村供水的建议", Guid? key = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Acts>().BeginAsync(await Actor("deputy"), "suggestion", new ActRequest(
            "draft", Particulars.Of(("title", title), ("body", "村里的水压不够，建议改造管网。"), ("subject", "agriculture")), null, key ?? Guid.CreateVersion7()));
        return Assert.IsType<Outcome.Done>(outcome).MatterId;
    }

    public async Task<Guid> Submitted(string title = "关于农村供水的建议")
    {
        var id = await Draft(title);
        await Do("deputy", id, "submit", ("intake", "recess"), ("signed", "yes"));
        return id;
    }

    /// <summary>Handed to the education department, with others assisting.</summary>
    public async Task<Guid> Assigned(params string[] assisting)
    {
        var id = await Submitted();
        await Do("clerk", id, "file", ("subject", "agriculture"));
        await Do("clerk", id, "assign", [("lead", Unit("省教育厅")), .. assisting.Select(a => ("assisting", Unit(a)))]);
        return id;
    }

    public async Task<Guid> Replied()
    {
        var id = await Assigned();
        await Do("unit", await Child(id), "sign");
        await Do("unit", id, "contact", ("way", "phone"), ("on", "2026-01-05"), ("who", "张处长"), ("summary", "同意方案"));
        await Do("unit", id, "reply", ("kind", "solved"), ("way", "both"), ("text", "已经改造完成。"), ("signed-by", "李厅长"), ("letter", await Paper("unit")));
        return id;
    }

    public Task<Guid> Child(Guid matter, string unit = "省教育厅") =>
        WithDb(db => Task.FromResult(db.Matters.Where(m => m.ParentId == matter && m.UnitId == units[unit]).OrderBy(m => m.Id).Last().Id));

    /// <summary>A paper somebody uploaded.</summary>
    public async Task<string> Paper(string who)
    {
        var saved = Assert.IsType<Saved>(await App.Services.GetRequiredService<PaperStore>().SaveAsync(new MemoryStream("答复函"u8.ToArray()), "答复函.txt", default));
        return await WithDb(async db =>
        {
            var paper = new Paper
            {
                Congress = Code,
                Name = saved.SafeName,
                Size = saved.Size,
                MediaType = saved.MediaType,
                Sha256 = saved.Sha256,
                UploadedBy = people[who],
                At = DateTime.UnixEpoch,
            };
            db.Papers.Add(paper);
            await db.SaveChangesAsync();
            return paper.Id.ToString();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Databases.DropAsync(settings);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    private async Task FillAsync(RendaDb db)
    {
        var office = AddUnit(db, "人事代表工作委员会", UnitSystem.Congress, null);
        var government = AddUnit(db, "省政府办公厅", UnitSystem.Government, null);
        var education = AddUnit(db, "省教育厅", UnitSystem.Government, government);
        var health = AddUnit(db, "省卫生健康委", UnitSystem.Government, government);
        var court = AddUnit(db, "省高级人民法院", UnitSystem.Court, null);
        var east = AddUnit(db, "东岭代表团", UnitSystem.Delegation, null);
        db.Congresses.Add(new Congress { Code = Code, Name = "示范省人民代表大会", Jurisdiction = "370000", OfficeUnitId = office });
        Hold(db, "deputy", east, Posts.Deputy);
        Hold(db, "cosigner", east, Posts.Deputy);
        Hold(db, "stranger", east, Posts.Deputy);
        Hold(db, "clerk", office, Posts.OfficeClerk);
        Hold(db, "clerk2", office, Posts.OfficeClerk);
        Hold(db, "head", office, Posts.OfficeHead);
        Hold(db, "dispatcher", government, Posts.Dispatcher);
        Hold(db, "unit", education, Posts.UnitClerk);
        Hold(db, "unit2", health, Posts.UnitClerk);
        Hold(db, "court", court, Posts.UnitClerk);
        Hold(db, "system", office, Posts.SystemAdministrator);
        await db.SaveChangesAsync();
    }

    private Guid AddUnit(RendaDb db, string name, UnitSystem system, Guid? coordinator)
    {
        var unit = new Unit { Congress = Code, Name = name, System = system, CoordinatorId = coordinator, Handles = system != UnitSystem.Delegation };
        db.Units.Add(unit);
        return units[name] = unit.Id;
    }

    /// <summary>Somebody more in a unit there is.</summary>
    public Task HoldAsync(string name, string unit, string kind) => WithDb(async db =>
    {
        Hold(db, name, units[unit], kind);
        await db.SaveChangesAsync();
    });

    private void Hold(RendaDb db, string name, Guid unit, string kind)
    {
        var person = new Person { Congress = Code, Name = name };
        db.People.Add(person);
        db.Posts.Add(new Post { Congress = Code, PersonId = person.Id, UnitId = unit, Kind = kind, From = new DateOnly(2023, 1, 1) });
        people[name] = person.Id;
    }
}
