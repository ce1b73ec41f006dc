using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Platform.Backup;

public sealed class ReadOnlyTests
{
    [Fact]
    public async Task Pages_are_read_and_every_write_is_refused_with_a_sentence()
    {
        await using var site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), "--Renda:ReadOnly=true");
        var before = await site.LookAsync(db => db.Records.CountAsync());
        using var clerk = await site.SignInAsync("clerk");
        foreach (var path in (string[])["/", "/suggestions", "/notices", "/search?q=水"])
        {
            var page = await clerk.GetPageAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("网站现在只能查阅", page.Text, StringComparison.Ordinal);
        }

        var id = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "submitted").Select(m => m.Id).FirstAsync());
        var refused = await clerk.PostAsync($"/suggestions/{id}/file", [("subject", "agriculture")]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("这次操作没有执行", refused.Text, StringComparison.Ordinal);
        var program = await clerk.PostAsync("/api/matters", []);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, program.Status);
        Assert.Contains("只能查阅", program.Html, StringComparison.Ordinal);
        Assert.Equal(before, await site.LookAsync(db => db.Records.CountAsync()));
        // What gets past the pages is stopped by the database.
        await Assert.ThrowsAnyAsync<Exception>(() => site.LookAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE matters SET title = ''")));
    }

    [Fact]
    public async Task On_PostgreSQL_the_database_refuses_too()
    {
        Databases.LeaveOutUnless(Databases.Server is not null, "PostgreSQL is not here.");
        await using var office = await TestOffice.OpenAsync(Databases.Postgres);
        await office.Draft();
        var ran = await office.RunAsync("ledger", "seal", "--Renda:ReadOnly=true");
        Assert.Equal(2, ran.Code);
        Assert.Equal(0, (await office.RunAsync("ledger", "verify", "--Renda:ReadOnly=true")).Code);
        Assert.Contains("应当是 true 或 false", (await office.RunAsync("ledger", "verify", "--Renda:ReadOnly=yes")).Error, StringComparison.Ordinal);
    }
}
