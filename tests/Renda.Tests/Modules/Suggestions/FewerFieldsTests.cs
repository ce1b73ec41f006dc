using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Tests.Conventions;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>No form asks as much as the paper did: docs/guide/fewer-fields.md says how much, and this counts.</summary>
public sealed partial class FewerFieldsTests
{
    private sealed record Row(string[] Steps, int Paper, int[] Asked);

    // Who meets the form. What waits for nobody by itself is opened where this other step waits.
    private static readonly Dictionary<string, (string Account, string Step, string Where)> Met = new(StringComparer.Ordinal)
    {
        ["提交"] = ("deputy", "submit", "submit"),
        ["确认联名"] = ("cosigner", "confirm", "confirm"),
        ["立案编号"] = ("clerk", "file", "file"),
        ["交办"] = ("clerk", "assign", "assign"),
        ["签收"] = ("unit", "sign", "sign"),
        ["记录沟通"] = ("unit", "contact", "reply"),
        ["提出协办意见"] = ("unit2", "opine", "opine"),
        ["答复"] = ("unit", "reply", "reply"),
        ["评价"] = ("deputy", "evaluate", "evaluate"),
    };

    [Fact]
    public async Task Each_form_asks_what_the_guide_says_and_less_than_the_paper()
    {
        var rows = Read(await File.ReadAllTextAsync(Path.Combine(Source.Root, "docs/guide/fewer-fields.md"), TestContext.Current.CancellationToken));
        Assert.Equal(["起草", .. Met.Keys], rows.SelectMany(r => r.Steps));
        Assert.All(rows, r => Assert.True(r.Asked.Sum() < r.Paper, string.Join('、', r.Steps)));

        await using var site = await DemoSite.StartAsync();
        foreach (var (title, asked) in rows.SelectMany(r => r.Steps.Zip(r.Asked)))
        {
            Assert.Equal((title, asked), (title, title == "起草" ? await DraftAsync(site) : await CountAsync(site, Met[title])));
        }
    }

    private static async Task<int> DraftAsync(DemoSite site)
    {
        using var deputy = await site.SignInAsync("deputy");
        return Fields((await deputy.GetPageAsync("/suggestions/new")).Html);
    }

    private static async Task<int> CountAsync(DemoSite site, (string Account, string Step, string Where) met)
    {
        using var person = await site.SignInAsync(met.Account);
        var waiting = await site.LookAsync(db => (
            from w in db.Waitings
            join account in db.Users on met.Account equals account.UserName
            where w.Step == met.Where && w.Role.StartsWith("suggestion.")
                && (w.PersonId == account.PersonId || (w.PersonId == null && (w.UnitId == null || db.Posts.Any(p => p.PersonId == account.PersonId && p.UnitId == w.UnitId))))
            orderby w.Id
            select w.MatterId).ToListAsync());
        foreach (var id in waiting)
        {
            var page = await person.GetPageAsync($"/suggestions/{id}/{met.Step}");
            if (page.Html.Contains("id=\"act\"", StringComparison.Ordinal))
            {
                return Fields(page.Html);
            }
        }

        Assert.Fail($"Nothing waits for {met.Account} where {met.Step} is open.");
        return 0;
    }

    private static int Fields(string html) => Field().Count(Form().Match(html).Value);

    private static List<Row> Read(string guide) =>
        [.. from Match row in Line().Matches(guide) select new Row(row.Groups["steps"].Value.Split('、'), int.Parse(row.Groups["paper"].Value), [.. row.Groups["asked"].Value.Split('+').Select(int.Parse)])];

    [GeneratedRegex(@"^\| (?<steps>[^|]+?) \| [^|]+ \| (?<paper>\d+) \| (?<asked>[\d+]+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"<form class=""act"" id=""act"".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"<(div|fieldset) class=""field[ ""]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
