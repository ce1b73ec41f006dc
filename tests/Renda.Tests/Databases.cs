using Npgsql;
using Xunit;

namespace Renda.Tests;

/// <summary>The databases every promise is kept on. PostgreSQL is the one RENDA_TEST_POSTGRES names.</summary>
internal static class Databases
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary>What is here. One test of its own says when PostgreSQL is left out, so that the others need not.</summary>
    public static TheoryData<string> All => Server is null ? [Sqlite] : [Sqlite, Postgres];

    public static string? Server => Environment.GetEnvironmentVariable("RENDA_TEST_POSTGRES");

    /// <summary>The settings that point the program at a new, empty database.</summary>
    public static async Task<string[]> NewAsync(string database, string data)
    {
        if (database == Sqlite)
        {
            return ["--Renda:Data", data];
        }

        var name = $"renda_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ["--Renda:Data", data, "--Renda:Postgres", new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ConnectionString];
    }

    /// <summary>The settings that point the program at a copy of a database nobody is using.</summary>
    public static async Task<string[]> CopyAsync(string from, string data)
    {
        NpgsqlConnection.ClearAllPools();
        var copy = new NpgsqlConnectionStringBuilder(from) { Database = $"renda_{Guid.NewGuid():N}" };
        await ExecuteAsync($"CREATE DATABASE {copy.Database} TEMPLATE {new NpgsqlConnectionStringBuilder(from).Database}");
        return ["--Renda:Data", data, "--Renda:Postgres", copy.ConnectionString];
    }

    public static async Task DropAsync(string[] settings)
    {
        if (settings.Length > 2)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(settings[3]).Database} WITH (FORCE)");
        }
    }

    /// <summary>Where everything must run (RENDA_TEST_ALL), leaving a test out is a failure.</summary>
    public static void LeaveOutUnless(bool possible, string why)
    {
        if (!possible && Environment.GetEnvironmentVariable("RENDA_TEST_ALL") is { Length: > 0 })
        {
            Assert.Fail(why);
        }

        Assert.SkipUnless(possible, why);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
