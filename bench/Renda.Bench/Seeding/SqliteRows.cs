using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Bench.Seeding;

/// <summary>Where seeded rows go.</summary>
internal interface IRowStore : IDisposable
{
    IBulk<T> Table<T>()
        where T : class;

    /// <summary>What a document of the search index is found by.</summary>
    void AddTokens(long document, string tokens);

    void Flush();

    /// <summary>All rows are there: indexes and triggers come back.</summary>
    void Finish();
}

/// <summary>Rows straight into SQLite, with indexes made afterwards from their own definitions.</summary>
internal sealed class SqliteRows : IRowStore
{
    // The triggers that keep records from being replaced look rows up by the indexes: both go for the time being.
    private const string Aside = "FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ('matters', 'parties', 'records', 'search_documents', 'waitings', 'clocks', 'listings', 'passages', 'handling_results')";

    private readonly RendaDb db;
    private readonly SqliteConnection connection;
    private readonly List<string> aside;
    private readonly List<IDisposable> tables = [];
    private readonly Bulk tokens;

    public SqliteRows(RendaDb db)
    {
        this.db = db;
        connection = new SqliteConnection(db.Database.GetConnectionString());
        connection.Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;");
        aside = Column($"SELECT sql {Aside} ORDER BY type");
        Column($"SELECT 'DROP ' || type || ' ' || name {Aside}").ForEach(drop => Run(connection, drop));
        tokens = new Bulk(connection, "INSERT INTO search_tokens (rowid, tokens) VALUES (?, ?)");
        Run(connection, "BEGIN");
    }

    public IBulk<T> Table<T>()
        where T : class
    {
        var table = new Bulk<T>(db, connection);
        tables.Add(table);
        return table;
    }

    public void AddTokens(long document, string text) => tokens.Add([document, text]);

    public void Flush() => Run(connection, "COMMIT; BEGIN");

    public void Finish()
    {
        Run(connection, "COMMIT");
        aside.ForEach(sql => Run(connection, sql));
        Run(connection, "INSERT INTO unsealed_records (congress, matter_id, sequence) SELECT congress, matter_id, sequence FROM records WHERE NOT EXISTS (SELECT 1 FROM unsealed_records)");
    }

    public void Dispose()
    {
        tables.ForEach(t => t.Dispose());
        tokens.Dispose();
        connection.Dispose();
    }

#pragma warning disable CA2100 // Only this file's own statements and the schema's arrive here.
    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private List<string> Column(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
#pragma warning restore CA2100
}
