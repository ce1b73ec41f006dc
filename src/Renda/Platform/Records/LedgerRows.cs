using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Renda.Platform.Records;

/// <summary>Reads the records of a range of matters in the order of their keys, one after the other, each with its matter and its place under
/// the seals. One statement, so a writer at work cannot make them disagree.</summary>
internal abstract class LedgerRows : IDisposable
{
    /// <param name="from">The first matter, as the database writes it; null from the beginning.</param>
    /// <param name="before">The matter to stop before; null to the end.</param>
    protected static string Sql(int congress, string? from, string? before) => $"""
        SELECT r.congress, r.matter_id, r.sequence, r.step, r.stage, r.person_id, r.post_id, r.at, r."on", r.particulars, r.papers, r.version, r.basis, r.key, r.previous, r.hash,
            l.position, l.hash, CASE WHEN l.position IS NULL THEN (SELECT 1 FROM unsealed_records u WHERE u.congress = r.congress AND u.matter_id = r.matter_id AND u.sequence = r.sequence) END,
            m.number, m.stage, m.revision, m.head
        FROM records r
        LEFT JOIN matters m ON m.congress = r.congress AND m.id = r.matter_id
        LEFT JOIN seal_leaves l ON l.congress = r.congress AND l.matter_id = r.matter_id AND l.sequence = r.sequence
        WHERE r.congress = {congress.ToString(CultureInfo.InvariantCulture)}{(from is null ? "" : $" AND r.matter_id >= '{from}'")}{(before is null ? "" : $" AND r.matter_id < '{before}'")}
        ORDER BY r.congress, r.matter_id, r.sequence
        """;

    public static LedgerRows Open(DbConnection connection, int congress, string? from, string? before) =>
        connection is SqliteConnection sqlite ? new InSqlite(sqlite, Sql(congress, from, before)) : new InPostgres(connection, Sql(congress, from, before));

    public abstract bool Read(LedgerRow row);

    public abstract void Dispose();

    /// <summary>Reads SQLite's own bytes: a value made for each would cost more than hashing does.</summary>
    private sealed class InSqlite : LedgerRows
    {
        private readonly sqlite3_stmt statement;
        private readonly byte[] matter = new byte[36];

        public InSqlite(SqliteConnection connection, string sql)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), connection.Handle);
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
            row.Position = raw.sqlite3_column_type(statement, 16) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(statement, 16);
            row.SealedHash.Set(row.Position is null ? default : Bytes(17));
            row.IsListed = row.Position is null && raw.sqlite3_column_type(statement, 18) != raw.SQLITE_NULL;
            if (first)
            {
                row.Matter = raw.sqlite3_column_type(statement, 20) == raw.SQLITE_NULL ? null
                    : new MatterEnd(raw.sqlite3_column_type(statement, 19) == raw.SQLITE_NULL ? null : Text(19), Text(20), raw.sqlite3_column_int(statement, 21), Text(22));
            }

            return true;

            void Add(int column, Held held)
            {
                held.Set(Bytes(column));
                text.Add(held.Bytes);
            }
        }

        public override void Dispose() => statement.Dispose();

        private ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

        private string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

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

    private sealed class InPostgres : LedgerRows
    {
        private readonly DbCommand command;
        private readonly DbDataReader reader;

        public InPostgres(DbConnection connection, string sql)
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // A number and identifiers read from the database.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.CommandTimeout = 0;
            reader = command.ExecuteReader();
        }

        public override bool Read(LedgerRow row)
        {
            if (!reader.Read())
            {
                return false;
            }

            var text = row.Text;
            text.Clear();
            row.Unreadable = null;
            var (congress, matter) = (reader.GetInt32(0), reader.GetGuid(1));
            if ((congress, matter) != (row.Congress, row.MatterId) || row.Matter is null)
            {
                row.Matter = reader.IsDBNull(20) ? null : new MatterEnd(reader.IsDBNull(19) ? null : reader.GetString(19), reader.GetString(20), reader.GetInt32(21), reader.GetString(22));
            }

            (row.Congress, row.MatterId, row.Sequence) = (congress, matter, reader.GetInt32(2));
            text.Add(congress);
            text.Add(matter.ToString("D"));
            text.Add(row.Sequence);
            Add(3, row.Step);
            Add(4, row.Stage);
            text.Add(Id(5));
            text.Add(Id(6));
            var at = reader.GetDateTime(7).ToUniversalTime();
            row.Finer = at.Ticks % TimeSpan.TicksPerMillisecond != 0;
            text.Add(RecordLine.Instant(at));
            row.On.Set(reader.GetFieldValue<DateOnly>(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            text.Add(row.On.Bytes);
            text.Add(reader.GetString(9));
            var papers = reader.GetString(10);
            text.Add(papers);
            row.Papers = papers == "[]" ? null : papers;
            Add(11, row.Version);
            text.Add(reader.GetString(12));
            text.Add(Id(13));
            Add(14, row.Previous);
            row.Hash.Set(reader.GetString(15));
            row.Position = reader.IsDBNull(16) ? null : reader.GetInt64(16);
            row.SealedHash.Set(row.Position is null ? "" : reader.GetString(17));
            row.IsListed = !reader.IsDBNull(18);
            return true;

            string Id(int column) => reader.IsDBNull(column) ? "" : reader.GetGuid(column).ToString("D");

            void Add(int column, Held held)
            {
                var value = reader.GetString(column);
                held.Set(value);
                text.Add(value);
            }
        }

        public override void Dispose()
        {
            reader.Dispose();
            command.Dispose();
        }
    }
}
