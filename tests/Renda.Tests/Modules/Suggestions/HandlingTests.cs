using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>Units, those who coordinate them, and what they may do after the reply.</summary>
public sealed class HandlingTests
{
    [Fact]
    public async Task A_unit_that_has_replied_cannot_give_the_suggestion_back()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Replied();
        var refused = Assert.IsType<Outcome.Refused>(await office.Try("unit", await office.Child(id), "ask-return", given: ("reason", "不属于本单位职责")));
        Assert.Contains("已答复", refused.Reasons[0].Sentence);
    }

    [Fact]
    public async Task Whoever_no_longer_sees_the_suggestion_does_not_see_its_parts()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Assigned();
        var child = await office.Child(id);
        await office.Do("dispatcher", child, "reassign", ("unit", office.Unit("省高级人民法院")));
        var dispatcher = await office.Actor("dispatcher");
        foreach (var matter in (Guid[])[id, child, await office.Child(id, "省高级人民法院")])
        {
            Assert.Null(await office.WithDb(db => MatterView.LoadAsync(db, office.App.Services.GetRequiredService<RuleShelf>(), dispatcher, matter)));
            Assert.IsType<Outcome.Hidden>(await office.Try("dispatcher", matter, "reassign", given: ("unit", office.Unit("省教育厅"))));
        }
    }

    [Theory]
    [InlineData("satisfied", "dissatisfied")]
    [InlineData("dissatisfied", "satisfied")]
    public async Task Dissatisfaction_with_either_asks_for_the_reasons(string attitude, string result)
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Replied();
        var refused = Assert.IsType<Outcome.Refused>(await office.Try("deputy", id, "evaluate", given: [("attitude", attitude), ("result", result), ("request", "请再办")]));
        Assert.Equal("opinion", Assert.Single(refused.Reasons).Field);
    }

    [Fact]
    public async Task A_promise_kept_waits_for_closing_and_not_for_an_evaluation()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Assigned();
        await office.Do("unit", await office.Child(id), "sign");
        await office.Do("unit", id, "contact", ("way", "phone"), ("on", "2026-01-05"), ("who", "张处长"), ("summary", "同意方案"));
        await office.Do("unit", id, "reply", ("kind", "planned"), ("way", "both"), ("text", "列入计划"), ("promise", "建成管网"), ("promised-by", "2199-12-31"), ("signed-by", "李厅长"), ("letter", await office.Paper("unit")));
        await office.Do("deputy", id, "evaluate", ("attitude", "satisfied"), ("result", "satisfied"));
        await office.Do("unit", id, "fulfil", ("text", "已建成"), ("signed-by", "李厅长"), ("letter", await office.Paper("unit")));
        var unit = await office.Actor("unit");
        var view = await office.WithDb(db => MatterView.LoadAsync(db, office.App.Services.GetRequiredService<RuleShelf>(), unit, id));
        Assert.Equal("concluded", view!.Stage.Id);
        await office.Do("clerk", id, "close");
    }
}
