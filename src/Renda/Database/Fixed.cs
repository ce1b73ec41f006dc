using Microsoft.EntityFrameworkCore.Migrations;
using Renda.Platform.Search;

namespace Renda.Database;

/// <summary>What both databases enforce beside the tables: history that cannot be altered, and the search tokens.</summary>
internal static class Fixed
{
    private static readonly string[] Histories = ["records", "account_events", "rule_versions"];

    public static void OnSqlite(MigrationBuilder migration)
    {
        foreach (var table in Histories)
        {
            foreach (var verb in (string[])["update", "delete"])
            {
                migration.Sql($"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.ToUpperInvariant()} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            }
        }

        migration.Sql($"CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, {Bigrams.Fts5Options});");
    }

    public static void OnPostgres(MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        foreach (var table in Histories)
        {
            migration.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION append_only();");
            migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION append_only();");
        }

        migration.Sql("ALTER TABLE search_documents ADD COLUMN tokens tsvector;");
        migration.Sql("CREATE INDEX ix_search_documents_tokens ON search_documents USING gin (tokens);");
    }
}
