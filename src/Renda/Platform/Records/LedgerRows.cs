using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Renda.Platform.Records;

/// <summary>Reads the records of a range of matters in the order of their keys, one after the other, each with its matter and its place under
/// the seals, all of one moment, so that a writer at work cannot make them disagree.</summary>
internal abstract class LedgerRows : IDisposable
{
    /// <param name="from">The first matter, as the database writes it; null from the beginning.</param>
    /// <param name="before">The matter to stop before; null to the end.</param>
    private static string Sql(int congress, string? from, string? before) => $"""
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
        connection is SqliteConnection sqlite ? new SqliteLedgerRows(sqlite, congress, from, before) : new InPostgres(connection, Sql(congress, from, before));

    public abstract bool Read(LedgerRow row);

    public abstract void Dispose();

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
