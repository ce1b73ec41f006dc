using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Renda.Database;

/// <summary>Of several nodes that start together one prepares the database and the others wait. A node that dies at it lets go.</summary>
internal sealed class Alone : IAsyncDisposable
{
    private const long Key = 0x52656E6461; // Any number nobody else locks.

    private readonly NpgsqlConnection? holding;

    private Alone(NpgsqlConnection? holding) => this.holding = holding;

    public static async Task<Alone> WaitAsync(RendaDb db)
    {
        if (db.Database.IsSqlite())
        {
            return new Alone(null); // The file is this machine's.
        }

        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, CommandTimeout = 0, KeepAlive = 10 }.ConnectionString);
        try
        {
            await OpenAsync(db, connection);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Key})", connection);
            await command.ExecuteNonQueryAsync();
            return new Alone(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => holding?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task OpenAsync(RendaDb db, NpgsqlConnection connection)
    {
        try
        {
            await connection.OpenAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            try
            {
                await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
            }
            catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // The other node made it.
            }

            await connection.OpenAsync();
        }
    }
}
