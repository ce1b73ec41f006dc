using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Modules.Procedures;

/// <summary>The rules as people look at them.</summary>
public sealed class ProcedurePagesTests : IAsyncLifetime
{
    private DemoSite site = null!;

    public async ValueTask InitializeAsync() => site = await DemoSite.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private RuleBook Book => site.Services.GetRequiredService<RuleShelf>().Book;

    [Fact]
    public async Task The_list_has_every_procedure_in_force_and_each_page_its_stages_steps_and_limits_with_articles()
    {
        using var clerk = await site.SignInAsync("clerk");
        var list = await clerk.GetPageAsync("/procedures");
        var inForce = Book.InForce("370000", site.Services.GetRequiredService<RuleShelf>().Today);
        Assert.All(inForce, p => Assert.Contains($"href=\"/procedures/{p.Id}\"", list.Html, StringComparison.Ordinal));
        foreach (var text in inForce)
        {
            var page = await clerk.GetPageAsync($"/procedures/{text.Id}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(1 + text.Children.Count, page.Html.Split("<svg").Length - 1);
            foreach (var part in text.Children.Values.Append(text))
            {
                Assert.All(part.Stages, s => Assert.Contains(s.Title, page.Text, StringComparison.Ordinal));
                Assert.All(part.Limits.Values, l => Assert.Contains(SiteForm.Plain(ProcedureTables.Cite(text, l.Basis)), page.Text, StringComparison.Ordinal));
                Assert.All(part.Steps.Values, s => Assert.Contains($"{s.Title} ", page.Text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_text_of_another_place_can_be_read_and_one_that_is_not_on_file_is_not_there()
    {
        using var unit = await site.SignInAsync("unit");
        Assert.Contains("这不是本级现在适用的文本", (await unit.GetPageAsync("/procedures/suggestion?jurisdiction=310000")).Text, StringComparison.Ordinal);
        foreach (var path in (string[])["suggestion?jurisdiction=999999", "nothing", "nothing/compare", "nothing/flow", "nothing.bpmn", "nothing.xes"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync($"/procedures/{path}")).Status);
        }
    }

    [Fact]
    public async Task Side_by_side_every_limit_of_each_text_stands_with_its_article()
    {
        using var deputy = await site.SignInAsync("deputy");
        var page = (await deputy.GetPageAsync("/procedures/suggestion/compare?a=370000&b=310000&c=CN")).Text;
        foreach (var text in Book.Procedures.Where(p => p.Id == "suggestion" && p.Jurisdiction is "370000" or "310000" or "CN" && p.Id == "suggestion"))
        {
            foreach (var limit in text.AllLimits())
            {
                Assert.Contains(limit.Title, page, StringComparison.Ordinal);
                Assert.Contains(SiteForm.Plain(ProcedureTables.Cite(text, limit.Basis)), page, StringComparison.Ordinal);
            }
        }

        Assert.Contains("交办 不同 5日 最迟，按自然日 自接到之日（闭会期间）起", page, StringComparison.Ordinal);
        Assert.Contains("7个工作日 最迟，按工作日 自收到之日（闭会期间）起", page, StringComparison.Ordinal);
        Assert.Contains("没有规定", page, StringComparison.Ordinal);
        Assert.Contains("填写 撤回：联名代表一致要求撤回 没有", page, StringComparison.Ordinal);
        Assert.Contains("相同", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_and_the_log_are_those_of_the_command_line()
    {
        using var clerk = await site.SignInAsync("clerk");
        var model = await clerk.GetPageAsync("/procedures/suggestion.bpmn?jurisdiction=310000");
        var text = Book.Procedures.Single(p => p.Id == "suggestion" && p.Jurisdiction == "310000");
        Assert.Equal(Bpmn.Render(text).Root!.ToString(SaveOptions.DisableFormatting), XElement.Parse(model.Html).ToString(SaveOptions.DisableFormatting));
        var log = XElement.Parse((await clerk.GetPageAsync("/procedures/suggestion.xes")).Html);
        var matters = await site.LookAsync(db => db.Matters.Where(m => m.Congress == Cast.Code && m.Procedure == "suggestion" && !m.Private).Select(m => m.Id).ToListAsync());
        Assert.Equal(
            matters.Select(m => m.ToString()).Order(StringComparer.Ordinal),
            log.Elements().Where(e => e.Name.LocalName == "trace").Select(t => (string)t.Elements().First().Attribute("value")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_post_there_is_nothing_to_look_at()
    {
        await site.AddAccountAsync("newcomer");
        using var newcomer = await site.SignInAsync("newcomer");
        foreach (var path in (string[])["", "/suggestion", "/suggestion/compare", "/suggestion/flow", "/suggestion.bpmn", "/suggestion.xes"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.GetPageAsync($"/procedures{path}")).Status);
        }
    }
}
