using Microsoft.EntityFrameworkCore;
using Renda.Modules.Suggestions.Joint;
using Renda.Platform.Matters;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Joint;

/// <summary>Who may join suggestions, which can be joined, and how one leaves the others.</summary>
public sealed class JointHandlingTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_that_cannot_be_answered_keeps_all_from_being_answered_and_is_named(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var (ready, unsigned, unopined) = (await office.ReadyAsync(), await office.Assigned(), await office.ReadyAsync("省卫生健康委"));
        var joint = await office.JoinedAsync("unit", ready, unsigned, unopined);
        var said = JointOffice.Refused(await office.ReplyAsync(joint)).Split('\n');
        var numbers = await office.WithDb(db => db.Matters.Where(m => m.ParentId == null && m.Number != null).ToDictionaryAsync(m => m.Id, m => m.Number!));
        Assert.DoesNotContain(said, s => s.Contains(numbers[ready], StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains(numbers[unsigned], StringComparison.Ordinal) && s.Contains("还没有签收", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains(numbers[unopined], StringComparison.Ordinal) && s.Contains("协办单位还没有提出意见", StringComparison.Ordinal));
        Assert.All((Guid[])[ready, unsigned, unopined, joint], id => Assert.Equal("handling", office.StageAsync(id).Result));
        Assert.Equal(0, await office.WithDb(db => db.Records.CountAsync(r => r.Step == "reply")));
        Assert.Equal(0, await office.WithDb(db => db.Papers.CountAsync(p => p.MatterId != null)));

        await office.Do("unit", await office.Child(unsigned), "sign");
        await office.Do("unit2", await office.Child(unopined, "省卫生健康委"), "sign");
        await office.Do("unit2", await office.Child(unopined, "省卫生健康委"), "opine", ("opinion", "同意"), ("signed-by", "王主任"));
        await office.Do("unit", joint, "contact", JointOffice.Contact);
        Assert.IsType<Outcome.Done>(await office.ReplyAsync(joint));
        Assert.All((Guid[])[ready, unsigned, unopined], id => Assert.Equal("replied", office.StageAsync(id).Result));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_taken_out_withdrawn_or_reassigned_goes_alone_again(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        Guid[] all = [await office.ReadyAsync(), await office.ReadyAsync(), await office.ReadyAsync(), await office.ReadyAsync(), await office.ReadyAsync()];
        var joint = await office.JoinedAsync("unit", all);
        Assert.Contains("正在并案办理", JointOffice.Refused(await office.ReplyAsync(all[0])));

        await office.Do("unit", joint, "take-out", ("taken-out", $"{all[0]}"), ("why-out", "情况不同"));
        Assert.IsType<Outcome.Done>(await office.ReplyAsync(all[0]));
        await office.Do("deputy", all[1], "withdraw", ("reason", "已经解决"));
        await office.Do("dispatcher", await office.Child(all[2]), "reassign", ("unit", office.Unit("省卫生健康委")));
        Assert.Equal((JoinedSuggestion.TakenOut, JoinedSuggestion.Withdrawn, JoinedSuggestion.Reassigned), (await office.LeftAsync(joint, all[0]), await office.LeftAsync(joint, all[1]), await office.LeftAsync(joint, all[2])));
        Assert.Contains("不到两件", JointOffice.Refused(await office.Try("unit", joint, "take-out", given: [("taken-out", $"{all[3]}"), ("why-out", "情况不同")])));
        Assert.Contains("不在这个并案里", JointOffice.Refused(await office.Try("unit", joint, "take-out", given: [("taken-out", $"{all[0]}"), ("why-out", "情况不同")])));

        Assert.IsType<Outcome.Done>(await office.ReplyAsync(joint));
        Assert.Equal(("replied", "replied", "withdrawn", "handling"), (await office.StageAsync(all[3]), await office.StageAsync(all[4]), await office.StageAsync(all[1]), await office.StageAsync(all[2])));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Two_at_once_answer_once_and_join_once(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var (one, other, third) = (await office.ReadyAsync(), await office.ReadyAsync(), await office.ReadyAsync());
        var begun = await Task.WhenAll(office.JoinAsync("unit", [one, other]), office.JoinAsync("clerk", [other, third]));
        var joint = Assert.Single(begun.OfType<Outcome.Done>()).MatterId;
        Assert.Contains("已经在“农村供水”中并案办理", JointOffice.Refused(Assert.Single(begun, b => b is Outcome.Refused)));
        var replied = await Task.WhenAll(office.ReplyAsync(joint), office.ReplyAsync(joint));
        Assert.Single(replied.OfType<Outcome.Done>());
        Assert.Equal(2, await office.WithDb(db => db.Records.CountAsync(r => r.Step == "reply" && r.MatterId != joint)));
    }

    [Fact]
    public async Task Who_may_join_and_what_can_be_joined()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var (one, other, assisted) = (await office.ReadyAsync(), await office.ReadyAsync(), await office.ReadyAsync("省卫生健康委"));
        Assert.IsType<Outcome.Refused>(await office.JoinAsync("deputy", [one, other]));
        Assert.Contains("2 项查不到", JointOffice.Refused(await office.JoinAsync("court", [one, other])));
        Assert.IsType<Outcome.Refused>(await office.JoinAsync("unit2", [one, assisted])); // It assists in one and has no part in the other.
        Assert.Contains("至少要有 2 项", JointOffice.Refused(await office.JoinAsync("unit", [one])));

        var elsewhere = await office.Submitted("关于别处的建议");
        Assert.Contains("还没有立案编号", JointOffice.Refused(await office.JoinAsync("clerk", [one, elsewhere])));
        await office.Do("clerk", elsewhere, "file", ("subject", "agriculture"));
        await office.Do("clerk", elsewhere, "assign", ("lead", office.Unit("省卫生健康委")));
        Assert.Contains("由省卫生健康委主办", JointOffice.Refused(await office.JoinAsync("clerk", [one, elsewhere])));

        var secret = await office.Draft("关于保密的建议");
        await office.Do("deputy", secret, "submit", ("intake", "recess"), ("signed", "yes"), ("confidential", "yes"));
        await office.Do("clerk", secret, "file", ("subject", "agriculture"));
        Assert.Contains("代表要求保密", JointOffice.Refused(await office.JoinAsync("clerk", [one, secret], ("lead", office.Unit("省教育厅")))));
        Assert.Equal("filed", await office.StageAsync(secret));

        // The dispatcher may, and adds and ends it; answering is the unit's.
        var joint = await office.JoinedAsync("dispatcher", one, other);
        await office.Do("dispatcher", joint, "add", ("added", $"{assisted}"));
        Assert.IsType<Outcome.Refused>(await office.ReplyAsync(joint, "dispatcher"));
        Assert.IsType<Outcome.Hidden>(await office.ReplyAsync(joint, "unit2"));
        await office.Do("dispatcher", joint, "separate", ("why-separated", "各自情况不同"));
        Assert.IsType<Outcome.Done>(await office.ReplyAsync(one));
        Assert.Contains("已经答复", JointOffice.Refused(await office.JoinAsync("clerk", [one, other])));
    }
}
