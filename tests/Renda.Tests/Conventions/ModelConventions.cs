using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Xunit;

namespace Renda.Tests.Conventions;

public sealed class ModelConventions
{
    [Fact]
    public void No_migration_is_pending_on_sqlite()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run bin/migration NameOfTheChange.");
    }

    [Fact]
    public void No_migration_is_pending_on_postgresql()
    {
        using var db = new PostgresDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run bin/migration NameOfTheChange.");
    }

    [Fact]
    public void The_congress_leads_every_key_of_the_offices_work()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        string[] apart = ["accounts", "account_claims", "account_logins", "account_tokens", "congresses", "rule_versions", "paper_parts", "search_documents", "data_protection_keys"];
        var elsewhere = db.Model.GetEntityTypes()
            .Where(e => !apart.Contains(e.GetTableName()) && e.FindPrimaryKey()!.Properties[0].Name != "Congress")
            .Select(e => e.GetTableName());
        Assert.Empty(elsewhere);
    }
}
