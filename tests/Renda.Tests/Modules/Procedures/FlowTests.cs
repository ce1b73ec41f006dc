using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Modules.Procedures.Flow;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Modules.Procedures;

/// <summary>The flow page on stories counted by hand.</summary>
public sealed class FlowTests : IAsyncLifetime
{
    private static readonly FlowFilter Year2001 = new(null, new DateOnly(2001, 1, 1), new DateOnly(2001, 12, 31));
    private DemoSite site = null!;
    private (Guid First, Guid Second) units;

    public async ValueTask InitializeAsync()
    {
        site = await DemoSite.StartAsync();
        units = await site.LookAsync(db => Stories.WriteAsync(db, Rules));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private RuleShelf Rules => site.Services.GetRequiredService<RuleShelf>();

    [Fact]
    public async Task The_page_says_where_work_stands_how_long_and_which_is_slowest()
    {
        using var clerk = await site.SignInAsync("clerk");
        var page = (await clerk.GetPageAsync($"/procedures/suggestion/flow?{Stories.Year}")).Text;
        Assert.Contains("开始 3 件，共 17 次转换，其中 2 次回到已经走过的环节", page, StringComparison.Ordinal);
        Assert.Contains("最慢的是“办理中”：2 次经过，一半在 30 天以内，九成在 60 天以内；等的是主办单位答复。", page, StringComparison.Ordinal);
        foreach (var line in (string[])["待审查 人事代表工作机构立案编号 3 1 2", "办理中 主办单位答复 2 30 60", "待代表评价 领衔代表评价 2 2 10", "退回修改 领衔代表提交、受邀联名的代表确认联名 1 3 3", "退回修改 待审查 提交 1 1", "重新办理 待代表评价 再次答复 1 1", "办理中 待代表评价 答复 2 0"])
        {
            Assert.Contains(line, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Limits_are_met_missed_still_open_or_extended_and_drafts_are_left_out()
    {
        using var clerk = await site.SignInAsync("clerk");
        Assert.Contains("答复 3个月 第十九条〔原文〕 5 1 1 1 1 1", (await clerk.GetPageAsync($"/procedures/suggestion/flow?{Stories.Year}")).Text, StringComparison.Ordinal);
        Assert.Contains("答复 3个月 第十九条〔原文〕 2 0 0 1 1 0", (await clerk.GetPageAsync($"/procedures/suggestion/flow?{Stories.Year}&unit={units.Second}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_older_text_knew_and_the_file_in_force_does_not_is_told_by_its_old_name()
    {
        using var clerk = await site.SignInAsync("clerk");
        var page = (await clerk.GetPageAsync($"/procedures/suggestion/flow?{Stories.Year}")).Text;
        Assert.Contains("收文 （开始） 收文登记 现行文件没有这一步 1", page, StringComparison.Ordinal);
        Assert.Contains("转交 收文登记 待交办 现行文件没有这一步 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("现行文件以外", (await clerk.GetPageAsync($"/procedures/suggestion/flow?{Stories.Year}&unit={units.First}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_and_a_period_narrow_what_is_counted()
    {
        Assert.Equal(18, (await MovesAsync(Year2001)).Sum(m => m.Count));
        Assert.Equal(9, (await MovesAsync(Year2001 with { Unit = units.First })).Sum(m => m.Count));
        Assert.Equal(2, (await MovesAsync(Year2001 with { From = Stories.Day.AddDays(71) })).Count(m => m.To is "settled" or "replied"));
        Assert.Equal(1, (await MovesAsync(Year2001 with { From = Stories.Day.AddDays(79) })).Sum(m => m.Count));
        Assert.DoesNotContain(await MovesAsync(FlowFilter.None), m => m.From == "draft" || m.To == "draft");
    }

    [Fact]
    public async Task Who_looks_on_reads_of_an_act_kept_from_others_only_when_its_matter_has_ended()
    {
        static int Evaluations(IEnumerable<Move> moves) => moves.Where(m => m.Step == "evaluate").Sum(m => m.Count);
        Assert.Equal(2, Evaluations(await MovesAsync(Year2001)));
        Assert.Equal(1, Evaluations(await MovesAsync(Year2001, whole: false)));
    }

    [Theory]
    [InlineData("deputy"), InlineData("unit"), InlineData("system")]
    public async Task Those_who_do_not_oversee_the_procedure_find_no_flow_and_no_log(string who)
    {
        using var client = await site.SignInAsync(who);
        Assert.DoesNotContain("实际流程", (await client.GetPageAsync("/procedures/suggestion")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync("/procedures/suggestion/flow")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync("/procedures/suggestion.xes")).Status);
    }

    private Task<List<Move>> MovesAsync(FlowFilter filter, bool whole = true) => site.LookAsync(async db =>
    {
        var congress = await db.Congresses.AsNoTracking().SingleAsync(c => c.Code == Cast.Code);
        var actor = new Actor(Cast.Code, congress.Name, congress.Jurisdiction, Guid.Empty, "", [], new Oversight(new Dictionary<string, bool> { ["suggestion"] = whole }));
        return await Moves.ReadAsync(db, actor, "suggestion", filter);
    });
}
