using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Access;

/// <summary>An account whose person holds no post: not yet, or no longer.</summary>
public sealed class WithoutPostTests
{
    [Fact]
    public async Task Somebody_new_changes_the_password_and_reads_that_there_is_no_post_yet()
    {
        await using var site = await DemoSite.StartAsync();
        await site.AddAccountAsync("newcomer");
        using var newcomer = await site.SignInAsync("newcomer");
        var changed = await newcomer.PostFormAsync("/password", [("Current", "renda-demo-2026"), ("Chosen", "another-word-2026"), ("Again", "another-word-2026")]);
        Assert.Equal("/", changed.Path);
        Assert.Contains("您现在没有职务", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_whose_term_ended_is_waited_for_no_more_and_finds_nothing()
    {
        await using var site = await DemoSite.StartAsync();
        var person = await site.LookAsync(db => db.Users.Where(a => a.UserName == "deputy").Select(a => a.PersonId).SingleAsync());
        Assert.True(await site.LookAsync(db => db.Waitings.AnyAsync(w => w.PersonId == person)));
        var paper = await site.LookAsync(db => db.Papers.Select(p => p.Id).FirstAsync());
        await site.LookAsync(db => db.Posts.Where(p => p.PersonId == person && p.Kind == Posts.Deputy).ExecuteUpdateAsync(s => s.SetProperty(p => p.To, p => p.From)));
        using var deputy = await site.SignInAsync("deputy");
        Assert.Contains("您现在没有职务", (await deputy.GetPageAsync("/")).Text, StringComparison.Ordinal);
        foreach (var path in (string[])["/suggestions", "/search?q=%E5%BB%BA%E8%AE%AE", $"/papers/{paper}"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync(path)).Status);
        }
    }
}
