using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>A page offers what can still come of its matter, and not what never can.</summary>
public sealed class OfferTests
{
    [Fact]
    public async Task What_depends_on_how_a_matter_began_is_offered_only_where_it_began_so()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        using var deputy = await site.SignInAsync("deputy");
        var me = await site.LookAsync(db => db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync());
        var letter = await site.LookAsync(db => db.Letters.Where(l => l.DeputyId == me && db.Matters.Any(m => m.Id == l.MatterId && m.Stage == "received")).OrderBy(l => l.MatterId).Select(l => l.MatterId).FirstAsync());
        Assert.DoesNotContain($"/matters/{letter}/withdraw", (await deputy.GetPageAsync($"/matters/{letter}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("群众来信不能由代表撤回", (await deputy.GetPageAsync($"/matters/{letter}")).Text, StringComparison.Ordinal);
        Assert.Contains($"/matters/{letter}/set-aside", (await clerk.GetPageAsync($"/matters/{letter}")).Html, StringComparison.Ordinal);
        // Asked for all the same, it is refused in a sentence.
        Assert.Contains("群众来信不能由代表撤回", (await deputy.GetPageAsync($"/matters/{letter}/withdraw")).Text, StringComparison.Ordinal);

        var handed = await deputy.PostFormAsync("/matters/new/voter-opinion/hand-in", [("title", "路灯不亮"), ("kind", "difficulty"), ("body", "村口路灯三个月不亮。"), ("source", "visit")]);
        Assert.StartsWith("/matters/", handed.Path, StringComparison.Ordinal);
        Assert.Contains($"{handed.Path}/withdraw", handed.Html, StringComparison.Ordinal);
        var seen = await clerk.GetPageAsync(handed.Path);
        Assert.DoesNotContain("不是群众来信", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("存档不办 现在还不能办", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_public_is_offered_once_there_is_an_answer()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var (without, with) = await site.LookAsync(async db => (
            await db.HandlingResults.Where(r => r.Reply == "").OrderBy(r => r.MatterId).Select(r => r.MatterId).FirstAsync(),
            await db.HandlingResults.Where(r => r.Reply != "").OrderBy(r => r.MatterId).Select(r => r.MatterId).FirstAsync()));
        Assert.DoesNotContain("suggestion-release", (await clerk.GetPageAsync($"/suggestions/{without}")).Html, StringComparison.Ordinal);
        Assert.Contains($"/matters/new/suggestion-release/propose?about={with}", (await clerk.GetPageAsync($"/suggestions/{with}")).Html, StringComparison.Ordinal);
    }
}
