using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Renda.Platform.Texts;
using Xunit;

namespace Renda.Tests.Modules.Laws;

/// <summary>A regulation that was published is entered with one press: its title, days and text are there.</summary>
public sealed class FromRegulationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_retypes_what_the_regulation_says_and_an_amended_law_gets_a_new_text(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        const string Title = "测试省温泉保护条例";
        var unit = await site.LookAsync(db => db.Units.Where(u => u.Handles).OrderBy(u => u.Id).Select(u => u.Id).FirstAsync());
        await legal.PostFormAsync("/matters/new/regulation/import", [("title", Title), ("at", "in-force"), ("promulgated-on", "2024-03-29"), ("effective-on", "2024-06-01"), ("implementer", $"{unit}")]);
        var regulation = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "regulation" && m.Title == Title).Select(m => new { m.Id, m.Title }).SingleAsync());
        Assert.Contains($"/laws/new?about={regulation.Id}", (await legal.GetPageAsync($"/matters/{regulation.Id}")).Html, StringComparison.Ordinal);
        Assert.Contains("请上传", (await legal.GetPageAsync($"/laws/new?about={regulation.Id}")).Text, StringComparison.Ordinal);
        var none = await legal.PostFormAsync($"/laws/new?about={regulation.Id}", [("label", "初次文本")]);
        Assert.Contains("没有固定公布的文本", none.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);

        var text = LawDesk.Text(regulation.Title, "为了测试，制定本条例。", "本条例自公布之日起施行。");
        await FixAsync(site, regulation.Id, text);
        var entered = await legal.PostFormAsync($"/laws/new?about={regulation.Id}", []);
        Assert.Contains("为了测试，制定本条例。", entered.Text, StringComparison.Ordinal);
        var law = await site.LookAsync(db => db.Laws.SingleAsync(l => db.Links.Any(k => k.TargetId == regulation.Id && k.MatterId == l.MatterId)));
        Assert.Equal(regulation.Title, law.Title);
        Assert.NotNull(law.PromulgatedOn);
        Assert.NotNull(law.First);

        // Once it is there the form says where its next text belongs, and the new one starts from the regulation.
        var next = await legal.GetPageAsync($"/laws/new?about={regulation.Id}");
        Assert.Contains($"/laws/{law.MatterId}/add-version?draft={regulation.Id}", next.Html, StringComparison.Ordinal);
        var form = await legal.GetPageAsync($"/laws/{law.MatterId}/add-version?draft={regulation.Id}");
        Assert.Contains("年公布", form.Html, StringComparison.Ordinal);
    }

    private static Task<int> FixAsync(DemoSite site, Guid regulation, string text) => site.LookAsync(db =>
    {
        db.Add(new TextVersion { Congress = Cast.Code, MatterId = regulation, Number = 900, Label = "公布文本", Sequence = 1, Step = "promulgate", Text = text, Sha256 = FixedTexts.Hash(text), At = DateTime.UnixEpoch });
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
