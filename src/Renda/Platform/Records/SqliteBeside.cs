using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Renda.Platform.Records;

/// <summary>Rows in the order of matter and sequence that are gone through beside others in the same order. Their first two columns are these.</summary>
internal sealed class SqliteBeside(sqlite3_stmt statement) : IDisposable
{
    private bool begun;
    private bool ended;

    /// <summary>Goes on to a place; false where there is no row for it.</summary>
    public bool Reach(ReadOnlySpan<byte> id, long sequence)
    {
        var order = begun ? Order(id, sequence) : -1;
        for (begun = true; order < 0 && !ended; order = Order(id, sequence))
        {
            var code = raw.sqlite3_step(statement);
            ended = code == raw.SQLITE_DONE;
            if (!ended && code != raw.SQLITE_ROW)
            {
                SqliteException.ThrowExceptionForRC(code, raw.sqlite3_db_handle(statement));
            }
        }

        return order == 0;
    }

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string? Text(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : Encoding.UTF8.GetString(Bytes(column));

    public void Dispose() => statement.Dispose();

    private int Order(ReadOnlySpan<byte> id, long sequence) =>
        ended ? 1 : Bytes(0).SequenceCompareTo(id) is not 0 and var order ? order : Number(1).CompareTo(sequence);
}
