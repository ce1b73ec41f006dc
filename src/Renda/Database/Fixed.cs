using Microsoft.EntityFrameworkCore.Migrations;
using Renda.Platform.Search;

namespace Renda.Database;

/// <summary>What both databases enforce beside the tables: history that cannot be altered, and the search tokens.</summary>
internal static class Fixed
{
    /// <summary>Each history with what tells its rows apart.</summary>
    private static readonly (string Table, string[] Keys)[] Histories =
    [
        ("records", ["congress, matter_id, sequence", "congress, key"]),
        ("account_events", ["congress, id"]),
        ("rule_versions", ["version"]),
    ];

    private const string Said = "congress, id, matter_id, round, place, anchor, article, text, source, at, \"on\", key, receipt, wording, paper_id, doubt";

    public static void OnSqlite(MigrationBuilder migration)
    {
        foreach (var (table, keys) in Histories)
        {
            AppendOnlyOnSqlite(migration, table, keys);
        }

        migration.Sql($"CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, {Bigrams.Fts5Options});");
    }

    public static void OnPostgres(MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        foreach (var (table, _) in Histories)
        {
            AppendOnlyOnPostgres(migration, table);
        }

        migration.Sql("ALTER TABLE search_documents ADD COLUMN tokens tsvector;");
        migration.Sql("CREATE INDEX ix_search_documents_tokens ON search_documents USING gin (tokens);");
    }

    /// <summary>The tokens of the articles of laws; called by the migration that makes their table.</summary>
    public static void LawTokensOnSqlite(MigrationBuilder migration) => migration.Sql($"CREATE VIRTUAL TABLE law_tokens USING fts5(tokens, {Bigrams.Fts5Options});");

    /// <inheritdoc cref="LawTokensOnSqlite"/>
    public static void LawTokensOnPostgres(MigrationBuilder migration)
    {
        migration.Sql("ALTER TABLE law_articles ADD COLUMN tokens tsvector;");
        migration.Sql("CREATE INDEX ix_law_articles_tokens ON law_articles USING gin (tokens);");
    }

    /// <summary>Keeps a history that came later from being altered; called by the migration that makes its table.</summary>
    public static void AppendOnlyOnSqlite(MigrationBuilder migration, string table, params string[] keys)
    {
        foreach (var verb in (string[])["update", "delete"])
        {
            migration.Sql($"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.ToUpperInvariant()} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
        }

        // INSERT OR REPLACE removes the row in its way without firing the trigger on DELETE.
        foreach (var (key, i) in keys.Append("rowid").Select((key, i) => (key, i)))
        {
            var same = string.Join(" AND ", key.Split(", ").Select(column => $"{column} = NEW.{column}"));
            migration.Sql($"CREATE TRIGGER {table}_no_replace_{i} BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN SELECT RAISE(ABORT, '{table} is append-only: this key is taken'); END;");
        }
    }

    /// <inheritdoc cref="AppendOnlyOnSqlite"/>
    public static void AppendOnlyOnPostgres(MigrationBuilder migration, string table)
    {
        migration.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION append_only();");
        migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION append_only();");
    }

    /// <summary>Keeps what the public said from being altered; its group and what became of it are set later. Called by the migration that makes the tables.</summary>
    public static void CommentsOnSqlite(MigrationBuilder migration)
    {
        AppendOnlyOnSqlite(migration, "comment_dispositions", "congress, id", "congress, key");
        migration.Sql($"CREATE TRIGGER public_comments_no_update BEFORE UPDATE OF {Said} ON public_comments BEGIN SELECT RAISE(ABORT, 'public_comments is append-only'); END;");
        migration.Sql("CREATE TRIGGER public_comments_no_delete BEFORE DELETE ON public_comments BEGIN SELECT RAISE(ABORT, 'public_comments is append-only'); END;");
        migration.Sql("CREATE TRIGGER public_comments_no_replace BEFORE INSERT ON public_comments WHEN EXISTS (SELECT 1 FROM public_comments WHERE congress = NEW.congress AND id = NEW.id) OR EXISTS (SELECT 1 FROM public_comments WHERE congress = NEW.congress AND key = NEW.key) BEGIN SELECT RAISE(ABORT, 'public_comments is append-only: this key is taken'); END;");
    }

    /// <inheritdoc cref="CommentsOnSqlite"/>
    public static void CommentsOnPostgres(MigrationBuilder migration)
    {
        AppendOnlyOnPostgres(migration, "comment_dispositions");
        migration.Sql($"CREATE TRIGGER public_comments_said BEFORE UPDATE OF {Said} ON public_comments FOR EACH ROW EXECUTE FUNCTION append_only();");
        migration.Sql("CREATE TRIGGER public_comments_kept BEFORE DELETE ON public_comments FOR EACH ROW EXECUTE FUNCTION append_only();");
        migration.Sql("CREATE TRIGGER public_comments_no_truncate BEFORE TRUNCATE ON public_comments FOR EACH STATEMENT EXECUTE FUNCTION append_only();");
    }

    /// <summary>Texts acts fixed, changes of drafts, what was said of them and what was done about it.</summary>
    public static void LegislationOnSqlite(MigrationBuilder migration)
    {
        AppendOnlyOnSqlite(migration, "text_versions", "congress, matter_id, number");
        AppendOnlyOnSqlite(migration, "bill_edits", "congress, matter_id, revision");
        AppendOnlyOnSqlite(migration, "bill_opinions", "congress, id");
        AppendOnlyOnSqlite(migration, "opinion_outcomes", "congress, opinion_id, number");
    }

    /// <inheritdoc cref="LegislationOnSqlite"/>
    public static void LegislationOnPostgres(MigrationBuilder migration)
    {
        foreach (var table in (string[])["text_versions", "bill_edits", "bill_opinions", "opinion_outcomes"])
        {
            AppendOnlyOnPostgres(migration, table);
        }
    }

    /// <summary>Every record written enters the list of what is not sealed, and leaves it only under a seal.</summary>
    public static void SealsOnSqlite(MigrationBuilder migration)
    {
        migration.Sql(ListAll);
        migration.Sql("CREATE TRIGGER records_unsealed AFTER INSERT ON records BEGIN INSERT INTO unsealed_records (congress, matter_id, sequence) VALUES (NEW.congress, NEW.matter_id, NEW.sequence); END;");
        migration.Sql($"CREATE TRIGGER unsealed_records_no_delete BEFORE DELETE ON unsealed_records WHEN NOT EXISTS ({LeafOfOld}) BEGIN SELECT RAISE(ABORT, 'unsealed_records: not sealed yet'); END;");
        migration.Sql("CREATE TRIGGER unsealed_records_no_update BEFORE UPDATE ON unsealed_records BEGIN SELECT RAISE(ABORT, 'unsealed_records is not altered'); END;");
        AppendOnlyOnSqlite(migration, "seals", "congress, number");
        AppendOnlyOnSqlite(migration, "seal_leaves", "congress, position", "congress, matter_id, sequence");
    }

    /// <inheritdoc cref="SealsOnSqlite"/>
    public static void SealsOnPostgres(MigrationBuilder migration)
    {
        migration.Sql(ListAll);
        migration.Sql("CREATE FUNCTION list_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO unsealed_records (congress, matter_id, sequence) VALUES (NEW.congress, NEW.matter_id, NEW.sequence); RETURN NULL; END $$;");
        migration.Sql("CREATE TRIGGER records_unsealed AFTER INSERT ON records FOR EACH ROW EXECUTE FUNCTION list_unsealed();");
        migration.Sql($"CREATE FUNCTION sealed_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS ({LeafOfOld}) THEN RAISE EXCEPTION 'unsealed_records: not sealed yet'; END IF; RETURN OLD; END $$;");
        migration.Sql("CREATE TRIGGER unsealed_records_sealed_first BEFORE DELETE ON unsealed_records FOR EACH ROW EXECUTE FUNCTION sealed_first();");
        migration.Sql("CREATE TRIGGER unsealed_records_no_update BEFORE UPDATE ON unsealed_records FOR EACH ROW EXECUTE FUNCTION append_only();");
        migration.Sql("CREATE TRIGGER unsealed_records_no_truncate BEFORE TRUNCATE ON unsealed_records FOR EACH STATEMENT EXECUTE FUNCTION append_only();");
        AppendOnlyOnPostgres(migration, "seals");
        AppendOnlyOnPostgres(migration, "seal_leaves");
    }

    private const string ListAll = "INSERT INTO unsealed_records (congress, matter_id, sequence) SELECT congress, matter_id, sequence FROM records;";
    private const string LeafOfOld = "SELECT 1 FROM seal_leaves l WHERE l.congress = OLD.congress AND l.matter_id = OLD.matter_id AND l.sequence = OLD.sequence";
}
