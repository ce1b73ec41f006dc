using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Renda.Database;

namespace Renda.Bench.Seeding;

/// <summary>Rows into PostgreSQL by binary COPY, a connection for each table; indexes are made afterwards from their own definitions.</summary>
internal sealed class PostgresRows : IRowStore
{
    private const string Tables = "('matters', 'suggestions', 'parties', 'records', 'search_documents', 'waitings', 'clocks', 'listings', 'passages', 'handling_results')";

    private readonly RendaDb db;
    private readonly NpgsqlConnection connection;
    private readonly List<string> aside;
    private readonly List<IDisposable> copies = [];
    private readonly NpgsqlBinaryImporter tokens;

    public PostgresRows(RendaDb db)
    {
        this.db = db;
        connection = Open();
        aside = Column($"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN {Tables} AND indexname NOT LIKE 'pk_%'");
        Column($"SELECT 'DROP INDEX ' || indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename IN {Tables} AND indexname NOT LIKE 'pk_%'").ForEach(Run);
        Run("ALTER TABLE records DISABLE TRIGGER USER");
        Run("CREATE UNLOGGED TABLE seeded_tokens (id bigint, tokens text)");
        tokens = Copy("seeded_tokens (id, tokens)");
    }

    public IBulk<T> Table<T>()
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var properties = entity.GetProperties().ToList();
        return new Rows<T>(properties, Copy($"{table.Name} ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""))})"));
    }

    public void AddTokens(long document, string text)
    {
        tokens.StartRow();
        tokens.Write(document, NpgsqlTypes.NpgsqlDbType.Bigint);
        tokens.Write(text, NpgsqlTypes.NpgsqlDbType.Text);
    }

    public void Flush()
    {
    }

    public void Finish()
    {
        foreach (var copy in copies.OfType<NpgsqlBinaryImporter>())
        {
            copy.Complete();
            copy.Dispose();
        }

        Run("UPDATE search_documents d SET tokens = array_to_tsvector(array_remove(string_to_array(s.tokens, ' '), '')) FROM seeded_tokens s WHERE s.id = d.id");
        Run("DROP TABLE seeded_tokens");
        aside.ForEach(Run);
        Run("INSERT INTO unsealed_records (congress, matter_id, sequence) SELECT congress, matter_id, sequence FROM records WHERE NOT EXISTS (SELECT 1 FROM unsealed_records)");
        Run("ALTER TABLE records ENABLE TRIGGER USER");
        Run("SELECT setval(pg_get_serial_sequence('search_documents', 'id'), (SELECT max(id) FROM search_documents))");
        Run("VACUUM ANALYZE");
    }

    public void Dispose()
    {
        copies.ForEach(c => c.Dispose());
        connection.Dispose();
    }

    private NpgsqlBinaryImporter Copy(string into)
    {
        var own = Open();
        var copy = own.BeginBinaryImport($"COPY {into} FROM STDIN (FORMAT BINARY)");
        copies.AddRange([copy, own]);
        return copy;
    }

    private NpgsqlConnection Open()
    {
        var opened = new NpgsqlConnection(db.Database.GetConnectionString());
        opened.Open();
        return opened;
    }

#pragma warning disable CA2100 // Only this file's own statements and the schema's arrive here.
    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    private List<string> Column(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
#pragma warning restore CA2100

    private sealed class Rows<T>(List<IProperty> properties, NpgsqlBinaryImporter copy) : IBulk<T>
        where T : class
    {
        private readonly Action<T>[] columns = [.. properties.Select(p => Column(p, copy))];

        public void Add(T row)
        {
            copy.StartRow();
            foreach (var column in columns)
            {
                column(row);
            }
        }

        public void Dispose()
        {
        }

        private static Action<T> Column(IProperty property, NpgsqlBinaryImporter copy)
        {
            var (getter, mapping) = (property.GetGetter(), property.GetRelationalTypeMapping());
            var type = mapping.StoreTypeNameBase;
            return row =>
            {
                var value = getter.GetClrValue(row);
                value = mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
                if (value is null)
                {
                    copy.WriteNull();
                }
                else
                {
                    copy.Write(value, type);
                }
            };
        }
    }
}
