using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Access;

/// <summary>A session ends with what it rests on, at the next request.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_disabled_account_is_out_at_the_next_request()
    {
        await using var site = await DemoSite.StartAsync();
        using var unit = await site.SignInAsync("unit");
        using var security = await site.SignInAsync("security");
        var person = await site.LookAsync(db => db.Users.Where(a => a.UserName == "unit").Select(a => a.PersonId).SingleAsync());
        await security.PostFormAsync($"/administration/accounts/{person}", [], handler: "Lock");
        Assert.StartsWith("/sign-in", (await unit.GetPageAsync("/suggestions")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var site = await DemoSite.StartAsync();
        using var here = await site.SignInAsync("unit");
        using var elsewhere = await site.SignInAsync("unit");
        await here.PostFormAsync("/password", [("Current", "renda-demo-2026"), ("Chosen", "another-word-2026"), ("Again", "another-word-2026")]);
        Assert.StartsWith("/sign-in", (await elsewhere.GetPageAsync("/suggestions")).Path, StringComparison.Ordinal);
        Assert.Equal("/suggestions", (await here.GetPageAsync("/suggestions")).Path);
    }

    [Fact]
    public async Task Wrong_passwords_typed_elsewhere_do_not_end_a_session()
    {
        await using var site = await DemoSite.StartAsync();
        using var unit = await site.SignInAsync("unit");
        using var stranger = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await stranger.PostFormAsync("/sign-in", [("UserName", "unit"), ("Password", $"wrong-password-{i}")]);
        }

        Assert.Equal("/suggestions", (await unit.GetPageAsync("/suggestions")).Path);
    }
}
