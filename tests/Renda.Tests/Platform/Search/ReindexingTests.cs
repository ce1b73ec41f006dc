using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Renda.Database;
using Renda.Modules.Search;
using Renda.Platform.Search;
using Xunit;

namespace Renda.Tests.Platform.Search;

/// <summary>A database of the version before: its documents know whose matters they are of, and not of which procedure.</summary>
public sealed class ReindexingTests
{
    [Fact]
    public async Task Who_oversees_a_procedure_finds_what_an_earlier_version_wrote()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var submitted = await office.Submitted();
        await office.Draft("关于供水草稿的建议");
        await office.WithDb(ForgetAsync);
        Assert.Empty(await Found("clerk"));
        await office.WithDb(db => Storage.MigrateAsync(db, office.App.Configuration));
        Assert.Equal([submitted], await Found("clerk"));
        Assert.Empty(await Found("unit"));
        Assert.Equal(2, (await Found("deputy")).Count);

        async Task<List<Guid>> Found(string who)
        {
            var actor = await office.Actor(who);
            return [.. (await office.WithDb(db => Finding.PageAsync(db, actor, "供水", null))).Hits.Select(h => h.Matter)];
        }
    }

    private static async Task ForgetAsync(RendaDb db)
    {
        var token = SearchIndex.Procedure("suggestion");
        foreach (var document in await db.SearchDocuments.AsNoTracking().ToListAsync())
        {
            var before = document.Viewers.Replace($" {token}", "", StringComparison.Ordinal);
            await db.Database.ExecuteSqlAsync($"UPDATE search_documents SET viewers = {before} WHERE id = {document.Id}");
            await SearchIndex.WriteAsync(db, document.Id, document.Text, before);
        }

        await db.GetService<IMigrator>().MigrateAsync("Foundation");
    }
}
