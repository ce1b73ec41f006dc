using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Legislation.Consultation;
using Xunit;

namespace Renda.Tests.Modules.Legislation;

/// <summary>What the public does on the pages of a draft, without an account.</summary>
public sealed class CommentTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_comments_on_an_article_once_and_finds_it_by_the_receipt(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var visitor = site.Visit();
        var id = (await Hall.RoundAsync(site)).MatterId;
        Assert.Contains(Hall.Open, (await visitor.GetPageAsync("/consultations")).Text, StringComparison.Ordinal);
        var draft = await visitor.GetPageAsync($"/consultations/{id}");
        Assert.Contains("id=\"art-8\"", draft.Html, StringComparison.Ordinal);
        Assert.Contains($"/consultations/{id}/comment?on=art-8", draft.Html, StringComparison.Ordinal);
        Assert.Contains("高音喇叭", (await visitor.GetPageAsync($"/consultations/{id}/comment?on=art-8")).Text, StringComparison.Ordinal);

        var ticket = Hall.Ticket(site, id);
        const string text = "建议在湖边加装护栏，去年有孩子落水。";
        var page = await Hall.SayAsync(site, visitor, id, text, ticket: ticket);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var code = Hall.Code(page);
        Assert.Equal(code, Hall.Code(await Hall.SayAsync(site, visitor, id, text, ticket: ticket)));
        Assert.Equal(1, await site.LookAsync(db => db.PublicComments.CountAsync(c => c.Text == text)));

        var other = await Hall.SayAsync(site, visitor, id, "写了别的内容。", ticket: ticket);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("写了别的内容。", other.Html, StringComparison.Ordinal);
        var found = await visitor.PostFormAsync("/consultations/receipts", [("code", code.ToLowerInvariant())]);
        Assert.Contains(text, found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Hall.Reach, found.Text, StringComparison.Ordinal);
        Assert.Contains("没有查到", (await visitor.PostFormAsync("/consultations/receipts", [("code", "0000")])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_and_nothing_typed_is_lost()
    {
        await using var site = await DemoSite.StartAsync();
        using var visitor = site.Visit();
        var id = (await Hall.RoundAsync(site)).MatterId;
        var longer = new string('园', Said.Longest + 1);
        var page = await Hall.SayAsync(site, visitor, id, longer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(longer, page.Html, StringComparison.Ordinal);
        Assert.Contains("没有填写意见", (await Hall.SayAsync(site, visitor, id, " ")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Hall.SayAsync(site, visitor, id, "好", on: "art-99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Hall.SayAsync(site, visitor, Guid.NewGuid(), "好")).Status);
        Assert.Contains("不是从这一页来的", (await Hall.SayAsync(site, visitor, id, "好", ticket: "made up")).Text, StringComparison.Ordinal);
        var ended = (await Hall.RoundAsync(site, Hall.Ended)).MatterId;
        Assert.Contains("已经结束", (await Hall.SayAsync(site, visitor, ended, "来晚了", on: "art-4")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Renda:CommentsPerAddress=2", "网络地址提交得太多")]
    [InlineData("--Renda:CommentsPerConsultation=2", "提交意见的人太多")]
    public async Task A_flood_is_turned_away_with_what_was_typed_and_when_to_come_again(string limit, string sentence)
    {
        await using var site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), limit);
        using var visitor = site.Visit();
        var id = (await Hall.RoundAsync(site)).MatterId;
        var recent = await site.LookAsync(db => db.PublicComments.CountAsync());
        for (var n = 0; n < 2; n++)
        {
            Hall.Code(await Hall.SayAsync(site, visitor, id, $"第{n}条意见"));
        }

        var ticket = Hall.Ticket(site, id);
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["on"] = "art-8", ["text"] = "第三条意见还在", ["ticket"] = ticket });
        using var answer = await visitor.Http.PostAsync($"/consultations/{id}/comment", form, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains("第三条意见还在", html, StringComparison.Ordinal);
        Assert.Contains(ticket, html, StringComparison.Ordinal);
        Assert.Equal(recent + 2, await site.LookAsync(db => db.PublicComments.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_became_of_the_comments_is_told_without_names(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var visitor = site.Visit();
        var round = await Hall.RoundAsync(site, Hall.Ended);
        Assert.NotNull(round.ToldOn);
        var page = await visitor.GetPageAsync($"/consultations/{round.MatterId}");
        Assert.Contains("不再接收意见", page.Text, StringComparison.Ordinal);
        Assert.Contains("共收到意见 43 条", page.Text, StringComparison.Ordinal);
        Assert.Contains("部分采纳", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/comment?on=", page.Html, StringComparison.Ordinal);
        var code = Renda.Platform.Public.ReceiptCode.Write([0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
        Assert.Contains("部分采纳", (await visitor.PostFormAsync("/consultations/receipts", [("code", code)])).Text, StringComparison.Ordinal);
    }
}
