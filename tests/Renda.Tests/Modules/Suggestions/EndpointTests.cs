using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Suggestions;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>The register for other programs.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task A_filter_that_cannot_be_read_is_said_to_be_so()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        foreach (var path in (string[])["/suggestions.json?year=abc", "/suggestions.xlsx?overdue=x", "/suggestions.json?unit=1"])
        {
            var page = await clerk.GetPageAsync(path);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.DoesNotContain("打开得太久", page.Text);
            Assert.Contains("网址里的条件看不懂", page.Text);
        }
    }

    [Fact]
    public async Task A_name_is_found_whatever_stands_around_it()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var name = await site.LookAsync(db => Task.FromResult((from m in db.Matters join p in db.People on m.PersonId equals p.Id where m.Procedure == "suggestion" && m.Number != null select p.Name).First()));
        var plain = await clerk.GetPageAsync($"/suggestions.json?lead={Uri.EscapeDataString(name)}");
        Assert.Contains(name, plain.Html);
        Assert.Equal(plain.Html, (await clerk.GetPageAsync($"/suggestions.json?lead=%20{Uri.EscapeDataString(name)}%20&stage=")).Html);
        Assert.Equal(await Export.TextAsync(clerk, $"?lead={Uri.EscapeDataString(name)}"), await Export.TextAsync(clerk, $"?lead=%20{Uri.EscapeDataString(name)}%20&stage="));
    }

    [Fact]
    public async Task An_export_that_is_cut_says_so_in_its_last_row()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        foreach (var title in (string[])["甲", "乙", "丙"])
        {
            await office.Draft(title);
        }

        var (two, three) = (await Rows(2), await Rows(3));
        Assert.Equal(["丙", "乙"], two.Take(2).Select(r => r[1]));
        Assert.Contains("只列出前 2 件", Assert.IsType<string>(two[2][0]));
        Assert.Equal(["丙", "乙", "甲"], three.Select(r => r[1]));

        async Task<List<IReadOnlyList<object?>>> Rows(int most)
        {
            var deputy = await office.Actor("deputy");
            return await office.WithDb(async db =>
            {
                List<IReadOnlyList<object?>> rows = [];
                await foreach (var row in Endpoints.RowsAsync(db, office.App.Services.GetRequiredService<RuleShelf>(), deputy, RegisterFilter.None, new DateOnly(2026, 11, 1), most))
                {
                    rows.Add(row);
                }

                return rows;
            });
        }
    }
}
