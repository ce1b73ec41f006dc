using Microsoft.Data.Sqlite;
using Renda.Platform.Search;

namespace Renda.Tests.Platform.Search;

/// <summary>A real FTS5 table in memory.</summary>
internal sealed class SearchTable : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SearchTable(string options = Bigrams.Fts5Options)
    {
        _connection.Open();
        Run($"CREATE VIRTUAL TABLE papers USING fts5(tokens, {options})");
    }

    public Version Version => Version.Parse((string)Scalar("SELECT sqlite_version()")!);

    public void Add(long id, string text) => AddTokens(id, Bigrams.Index(text));

    public void AddTokens(long id, string tokens) =>
        Run("INSERT INTO papers(rowid, tokens) VALUES ($a, $b)", id, tokens);

    public void Remove(long id) => Run("DELETE FROM papers WHERE rowid = $a", id);

    public IReadOnlyList<long> Find(string query) => Matching(Bigrams.Match(Bigrams.Query(query)));

    public IReadOnlyList<long> Matching(string expression)
    {
        using var command = Command("SELECT rowid FROM papers WHERE papers MATCH $a ORDER BY rowid", expression);
        using var reader = command.ExecuteReader();
        var found = new List<long>();
        while (reader.Read()) found.Add(reader.GetInt64(0));
        return found;
    }

    public void Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    private object? Scalar(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params object[] values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Only this file's own statements arrive here.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        return command;
    }
}
