using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>A draft is its drafters' own: what they tried, dropped or threw away is nobody else's.</summary>
public sealed class DraftTests
{
    [Fact]
    public async Task A_discarded_draft_stays_unseen()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft();
        await office.Do("deputy", id, "withdraw", ("reason", "不提了"));
        Assert.Equal("discarded", (await View(office, "deputy", id))!.Stage.Id);
        Assert.Null(await View(office, "clerk", id));
        Assert.Null(await View(office, "head", id));
    }

    [Fact]
    public async Task What_was_submitted_and_withdrawn_is_seen_by_the_office()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Submitted();
        await office.Do("deputy", id, "withdraw", ("reason", "另提"));
        Assert.Equal("withdrawn", (await View(office, "clerk", id))!.Stage.Id);
    }

    [Fact]
    public async Task Others_see_the_text_handed_in_and_no_earlier_one()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft("第一稿");
        await office.Do("deputy", id, "revise", ("title", "第二稿"), ("body", "正文"), ("subject", "agriculture"), ("cosigners", office.Person("cosigner").ToString()));
        await office.Do("cosigner", id, "decline-cosigning", ("reason", "不便参加"));
        await office.Do("deputy", id, "submit", ("intake", "recess"), ("signed", "yes"));
        Assert.Equal(["draft", "revise", "decline-cosigning", "submit"], await Steps(office, "deputy", id));
        Assert.Equal(["revise", "submit"], await Steps(office, "clerk", id));
        await office.Do("clerk", id, "return-for-revision", ("reason", "写具体些"));
        await office.Do("deputy", id, "revise", ("title", "第三稿"), ("body", "正文"), ("subject", "agriculture"));
        Assert.Equal(["revise", "submit", "return-for-revision", "revise"], await Steps(office, "clerk", id));
    }

    [Fact]
    public async Task Papers_of_a_draft_stay_while_they_are_kept_and_those_dropped_are_not_seen_by_others()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft();
        var (kept, dropped) = (await office.Paper("deputy"), await office.Paper("deputy"));
        (string, string)[] text = [("title", "标题"), ("body", "正文"), ("subject", "agriculture")];
        await office.Do("deputy", id, "revise", [.. text, ("papers", kept), ("papers", dropped)]);
        await office.Do("deputy", id, "revise", [.. text, ("papers", kept)]);
        await office.Do("deputy", id, "submit", ("intake", "recess"), ("signed", "yes"));
        var view = (await View(office, "clerk", id))!;
        Assert.Equal([kept], view.Timeline().SelectMany(x => RecordJson.ReadPapers(x.Record.Papers)).Select(p => p.Id.ToString()));
    }

    [Fact]
    public async Task A_paper_added_asks_the_cosigners_again()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft();
        (string, string)[] text = [("title", "标题"), ("body", "正文"), ("subject", "agriculture"), ("cosigners", office.Person("cosigner").ToString())];
        await office.Do("deputy", id, "revise", text);
        await office.Do("cosigner", id, "confirm", ("agreed", "yes"));
        await office.Do("deputy", id, "revise", text);
        Assert.Contains((await View(office, "deputy", id))!.Root.Parties, p => p.Role == "cosigner");
        await office.Do("deputy", id, "revise", [.. text, ("papers", await office.Paper("deputy"))]);
        Assert.DoesNotContain((await View(office, "deputy", id))!.Root.Parties, p => p.Role == "cosigner");
    }

    private static async Task<MatterView?> View(TestOffice office, string who, Guid id)
    {
        var actor = await office.Actor(who);
        return await office.WithDb(db => MatterView.LoadAsync(db, office.App.Services.GetRequiredService<RuleShelf>(), actor, id));
    }

    private static async Task<IEnumerable<string>> Steps(TestOffice office, string who, Guid id) =>
        (await View(office, who, id))!.Timeline().Select(x => x.Record.Step);
}
