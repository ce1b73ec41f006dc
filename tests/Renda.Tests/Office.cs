using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Renda.Commands;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Tests;

/// <summary>A congress office in a directory of its own, on a day that stands still, with the real command line.</summary>
internal sealed class Office : IDisposable
{
    public const int Code = 370000;

    public string Data { get; } = Directory.CreateTempSubdirectory("renda-office-").FullName;

    public Day Time { get; } = new(new DateOnly(2026, 6, 1));

    public Dictionary<string, Guid> Units { get; } = [];

    public string File => Path.Combine(Data, "renda.db");

    public static async Task<Office> OpenAsync()
    {
        var office = new Office();
        using var host = office.Heart();
        var db = Db(host);
        await Storage.MigrateAsync(db, host.Services.GetRequiredService<IConfiguration>());
        var desk = office.Add(db, "人事代表工作委员会", UnitSystem.Congress);
        var government = office.Add(db, "省政府办公厅", UnitSystem.Government, handles: true);
        foreach (var name in (string[])["省教育厅", "省财政厅"])
        {
            office.Add(db, name, UnitSystem.Government, handles: true, government);
        }

        db.Congresses.Add(new Congress { Code = Code, Name = "示范省人民代表大会", Jurisdiction = "370000", OfficeUnitId = desk });
        var delegation = office.Add(db, "济南代表团", UnitSystem.Delegation);
        Add(db, "李建国", delegation, Posts.Deputy);
        Add(db, "王小明", government, Posts.Dispatcher);
        await db.SaveChangesAsync();
        return office;
    }

    public static Guid Add(RendaDb db, string person, Guid unit, string kind)
    {
        var added = new Person { Congress = Code, Name = person };
        db.People.Add(added);
        db.Posts.Add(new Post { Congress = Code, PersonId = added.Id, UnitId = unit, Kind = kind, From = new DateOnly(2023, 1, 1) });
        return added.Id;
    }

    public Guid Add(RendaDb db, string unit, UnitSystem system, bool handles = false, Guid? coordinator = null)
    {
        var added = new Unit { Congress = Code, Name = unit, System = system, Handles = handles, CoordinatorId = coordinator };
        db.Units.Add(added);
        return Units[unit] = added.Id;
    }

    /// <summary>Runs a verb in this office.</summary>
    public Task<Ran> RunAsync(params string[] args) => Ran.Async(Time, [.. args, $"--Renda:Data={Data}"]);

    public async Task<T> AskAsync<T>(Func<RendaDb, Task<T>> question)
    {
        using var host = Heart();
        return await question(Db(host));
    }

    /// <summary>Alters the database as somebody with the file in hands could.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = "DROP TRIGGER IF EXISTS records_no_update; DROP TRIGGER IF EXISTS records_no_delete; DROP TRIGGER IF EXISTS rule_versions_no_update; " + sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public IHost Heart() => new Terminal(TextWriter.Null, TextWriter.Null, Time, [$"--Renda:Data={Data}"]).Heart();

    public static RendaDb Db(IHost host) => host.Services.CreateScope().ServiceProvider.GetRequiredService<RendaDb>();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }
}

/// <summary>What a verb answered.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    public static async Task<Ran> Async(TimeProvider time, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, output, error, time);
        return new Ran(code, output.ToString(), error.ToString());
    }
}

/// <summary>Noon in China on one day.</summary>
internal sealed class Day(DateOnly day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
}
