using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Renda.Database;
using SQLitePCL;

namespace Renda.Bench.Seeding;

/// <summary>Writes rows of one table through one prepared statement, straight to SQLite.</summary>
internal sealed class Bulk : IDisposable
{
    private readonly sqlite3_stmt statement;

    public Bulk(SqliteConnection connection, string sql) => raw.sqlite3_prepare_v2(connection.Handle, sql, out statement);

    public void Add(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Bind(i + 1, values[i]);
        }

        if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(raw.sqlite3_db_handle(statement)).utf8_to_string());
        }

        raw.sqlite3_reset(statement);
    }

    public void Dispose() => statement.Dispose();

    // As the provider for EF Core stores them.
    private void Bind(int at, object? value) => _ = value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        Guid id => raw.sqlite3_bind_text(statement, at, id.ToString("D").ToUpperInvariant()),
        DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime instant => raw.sqlite3_bind_text(statement, at, instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        bool yes => raw.sqlite3_bind_int64(statement, at, yes ? 1 : 0),
        int or long => raw.sqlite3_bind_int64(statement, at, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}

/// <summary>Writes entities with the table and columns of the model.</summary>
internal interface IBulk<in T> : IDisposable
{
    void Add(T row);
}

/// <inheritdoc cref="IBulk{T}"/>
internal sealed class Bulk<T> : IBulk<T>
    where T : class
{
    private readonly Bulk bulk;
    private readonly Func<object, object?>[] columns;
    private readonly object?[] values;

    public Bulk(RendaDb db, SqliteConnection connection)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var properties = entity.GetProperties().ToList();
        columns = [.. properties.Select(p => (Func<object, object?>)p.GetGetter().GetClrValue)];
        values = new object?[columns.Length];
        bulk = new Bulk(connection, $"INSERT INTO {table.Name} ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", properties.Select(_ => "?"))})");
    }

    public void Add(T row)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = columns[i](row);
        }

        bulk.Add(values);
    }

    public void Dispose() => bulk.Dispose();
}
