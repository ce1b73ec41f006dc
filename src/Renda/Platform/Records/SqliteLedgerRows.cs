using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Renda.Platform.Records;

/// <summary>Reads SQLite's own bytes: a value made for each would cost more than hashing does. What stands beside the records is read in the same
/// order at the same time, instead of being looked up for each.</summary>
internal sealed class SqliteLedgerRows : LedgerRows
{
    private readonly sqlite3_stmt statement;
    private readonly sqlite3 database;
    private readonly SqliteBeside matters;
    private readonly SqliteBeside leaves;
    private readonly SqliteBeside listed;
    private readonly byte[] matter = new byte[36];

    public SqliteLedgerRows(SqliteConnection connection, int congress, string? from, string? before)
    {
        database = connection.Handle!;
        // Pages are read where the system holds them; copying each would cost more than hashing what is on it.
        raw.sqlite3_exec(database, "PRAGMA mmap_size = 1073741824; BEGIN");
        statement = Prepare("SELECT congress, matter_id, sequence, step, stage, person_id, post_id, at, \"on\", particulars, papers, version, basis, key, previous, hash FROM records", "matter_id", ", sequence");
        matters = new SqliteBeside(Prepare("SELECT id, 0, number, stage, revision, head FROM matters", "id", ""));
        leaves = new SqliteBeside(Prepare("SELECT matter_id, sequence, position, hash FROM seal_leaves", "matter_id", ", sequence"));
        listed = new SqliteBeside(Prepare("SELECT matter_id, sequence FROM unsealed_records", "matter_id", ", sequence"));

        sqlite3_stmt Prepare(string select, string id, string then)
        {
            var where = $" WHERE congress = {congress.ToString(CultureInfo.InvariantCulture)}{(from is null ? "" : $" AND {id} >= '{from}'")}{(before is null ? "" : $" AND {id} < '{before}'")}";
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, $"{select}{where} ORDER BY congress, {id}{then}", out var prepared), database);
            return prepared;
        }
    }

    public override bool Read(LedgerRow row)
    {
        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_ROW)
        {
            SqliteException.ThrowExceptionForRC(code, raw.sqlite3_db_handle(statement));
            return false;
        }

        var text = row.Text;
        text.Clear();
        row.Unreadable = null;
        row.Congress = raw.sqlite3_column_int(statement, 0);
        row.Sequence = raw.sqlite3_column_int(statement, 2);
        var first = Matter(row, Bytes(1));
        text.Add(row.Congress);
        text.AddSmall(Bytes(1));
        text.Add(row.Sequence);
        Add(3, row.Step);
        Add(4, row.Stage);
        text.AddSmall(Bytes(5));
        text.AddSmall(Bytes(6));
        At(row, Bytes(7));
        Add(8, row.On);
        text.Add(Bytes(9));
        var papers = Bytes(10);
        text.Add(papers);
        row.Papers = papers.SequenceEqual("[]"u8) ? null : Encoding.UTF8.GetString(papers);
        Add(11, row.Version);
        text.Add(Bytes(12));
        text.AddSmall(Bytes(13));
        Add(14, row.Previous);
        row.Hash.Set(Bytes(15));
        row.Position = leaves.Reach(Bytes(1), row.Sequence) ? leaves.Number(2) : null;
        row.SealedHash.Set(row.Position is null ? default : leaves.Bytes(3));
        row.IsListed = row.Position is null && listed.Reach(Bytes(1), row.Sequence);
        if (first)
        {
            row.Matter = matters.Reach(Bytes(1), 0) ? new MatterEnd(matters.Text(2), matters.Text(3) ?? "", (int)matters.Number(4), matters.Text(5) ?? "") : null;
        }

        return true;

        void Add(int column, Held held)
        {
            held.Set(Bytes(column));
            text.Add(held.Bytes);
        }
    }

    public override void Dispose()
    {
        statement.Dispose();
        matters.Dispose();
        leaves.Dispose();
        listed.Dispose();
        raw.sqlite3_exec(database, "ROLLBACK");
    }

    private ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    private bool Matter(LedgerRow row, ReadOnlySpan<byte> id)
    {
        if (id.SequenceEqual(matter))
        {
            return false;
        }

        row.MatterId = Guid.TryParse(Encoding.UTF8.GetString(id), out var read) ? read : Guid.Empty;
        row.Unreadable = id.Length == matter.Length && row.MatterId != Guid.Empty ? null : "matter_id";
        id[..Math.Min(id.Length, matter.Length)].CopyTo(matter);
        return true;
    }

    // 2026-03-05 08:30:00.123 in the table, with up to seven digits or none; 2026-03-05T08:30:00.123Z where it is hashed.
    private static void At(LedgerRow row, ReadOnlySpan<byte> stored)
    {
        Span<byte> at = stackalloc byte[24];
        var fraction = stored.Length > 20 ? stored[20..] : [];
        if (stored.Length is not 19 and (< 21 or > 27) || !DateTime.TryParseExact(Encoding.UTF8.GetString(stored[..19]), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || (stored.Length > 19 && stored[19] != '.') || fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            row.Unreadable = "at";
            return;
        }

        row.Finer = fraction.Length > 3 && fraction[3..].ContainsAnyExcept((byte)'0');
        stored[..10].CopyTo(at);
        at[10] = (byte)'T';
        stored[11..19].CopyTo(at[11..]);
        ".000Z"u8.CopyTo(at[19..]);
        fraction[..Math.Min(3, fraction.Length)].CopyTo(at[20..]);
        row.Text.Add(at);
    }
}
