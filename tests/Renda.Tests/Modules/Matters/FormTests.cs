using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>The form of any step: what is wrong is said at its place, and what was typed stays.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_typed()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        var unit = await errands.UnitAsync(Plan.Mine);
        var content = await errands.ContentAsync(
            "保持原样的督办", errands.Today.AddDays(3), ("kind", "road"), ("places", "约六十"), ("advisers", "查无此人、某某"), ("about", "没有这样一件建议"), ("public", "no"));
        var refused = await clerk.PostFormAsync("/matters/new/errand/draft", content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var said in (string[])["在职人员中没有“查无此人”。", "没有查到“没有这样一件建议”。"])
        {
            Assert.Contains(said, refused.Text, StringComparison.Ordinal);
        }

        var form = SiteForm.Find(refused.Html, ["title", "places"], handler: null)!;
        foreach (var (name, value) in content.Append(("units", unit)))
        {
            Assert.Contains(form.Values, v => v.Name == name && v.Value == value);
        }

        Assert.Equal(0, await errands.Site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "errand")));
    }

    [Fact]
    public async Task A_number_out_of_bounds_and_a_person_of_another_post_are_refused()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        var page = await clerk.GetPageAsync("/matters/new/errand/draft");
        Assert.Contains("填 1 到 50 之间的数。", page.Text, StringComparison.Ordinal);
        var content = await errands.ContentAsync("督办", errands.Today);
        Assert.Contains("不能多于 50", (await clerk.PostFormAsync("/matters/new/errand/draft", [.. content, ("places", "60")])).Text, StringComparison.Ordinal);
        var deputy = await errands.NameAsync("deputy");
        Assert.Contains($"可以填的人员中没有“{deputy}”", (await clerk.PostFormAsync("/matters/new/errand/draft", [.. content, ("lead", deputy)])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_begins_one_matter()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        var form = SiteForm.Find((await clerk.GetPageAsync("/matters/new/errand/draft")).Html, ["title"], handler: null)!;
        List<(string, string)> sent = [.. form.Values.Where(v => v.Name is "__RequestVerificationToken" or "key" or "seen"), .. await errands.ContentAsync("只有一件", errands.Today)];
        var first = await clerk.PostAsync("/matters/new/errand/draft", sent);
        Assert.Equal(first.Path, (await clerk.PostAsync("/matters/new/errand/draft", sent)).Path);
        Assert.Equal(1, await errands.Site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "errand")));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsync("/matters/new/errand/draft", sent.Where(s => s.Item1 != "__RequestVerificationToken"))).Status);
    }
}
