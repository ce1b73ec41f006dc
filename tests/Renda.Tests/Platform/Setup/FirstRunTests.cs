using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Commands;
using Renda.Database;
using Renda.Platform.Setup;
using Xunit;

namespace Renda.Tests.Platform.Setup;

public sealed class FirstRunTests
{
    [Fact]
    public async Task A_real_office_starts_with_three_administrators_and_no_demo()
    {
        await using var site = await DemoSite.StartAsync(DemoSite.Temporary(), "--Renda:Demo=false", "--Renda:Congress=370200", "--Renda:CongressName=某市人民代表大会");
        Assert.Equal((370200, "某市人民代表大会", "370200"), await site.LookAsync(async db => await db.Congresses.Select(c => ValueTuple.Create(c.Code, c.Name, c.Jurisdiction)).SingleAsync()));
        Assert.Equal(["audit-administrator", "security-administrator", "system-administrator"], await site.LookAsync(db => db.Posts.Select(p => p.Kind).Order().ToListAsync()));
        Assert.True(await site.LookAsync(db => db.Users.AllAsync(a => a.MustChangePassword)));
        Assert.DoesNotContain("演示", (await site.Visit().GetPageAsync("/sign-in")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_password_lets_in_to_nothing_but_the_change_of_password()
    {
        var data = DemoSite.Temporary();
        var password = await SetUpAsync(data);
        await using var site = await DemoSite.StartAsync(data);
        using var security = await site.SignInAsync("security", password);
        Assert.Equal("/password", (await security.GetPageAsync("/administration/accounts")).Path);

        var refused = await security.PostFormAsync("/password", [("Current", password), ("Chosen", "short1"), ("Again", "short1")]);
        Assert.Contains("密码至少 10 位", refused.Text, StringComparison.Ordinal);
        await security.PostFormAsync("/password", [("Current", password), ("Chosen", "my-own-password-1"), ("Again", "my-own-password-1")]);
        Assert.Equal("/administration/accounts", (await security.GetPageAsync("/administration/accounts")).Path);
    }

    private static async Task<string> SetUpAsync(string data)
    {
        await using var app = RendaApp.Create([$"--Renda:Data={data}"]);
        await using var scope = app.Services.CreateAsyncScope();
        await Storage.MigrateAsync(scope.ServiceProvider.GetRequiredService<RendaDb>(), app.Configuration);
        return (await FirstRun.SetUpAsync(scope.ServiceProvider, app.Configuration)).Single(a => a.UserName == "security").Password;
    }

    [Fact]
    public async Task Seeding_refuses_a_database_that_holds_something()
    {
        await using var site = await DemoSite.StartAsync();
        Assert.Equal(1, await CommandLine.RunAsync(["seed", $"--Renda:Data={site.Data}"]));
    }
}
