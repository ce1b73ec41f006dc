using Renda.Modules.Deputies.Roster;
using Xunit;

namespace Renda.Tests.Modules.Deputies;

public sealed class MandateRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly CongressTerm Term = new() { Congress = 370000, Number = 14, From = new DateOnly(2023, 1, 10) };
    private static readonly CongressTerm Former = new() { Congress = 370000, Number = 13, From = new DateOnly(2018, 1, 20), To = new DateOnly(2023, 1, 9) };

    [Theory]
    [InlineData("2023-01-10", null, null, null)]
    [InlineData("2023-01-09", null, null, "不在第十四届任期内")]
    [InlineData("2024-01-10", "2024-01-09", nameof(Ended.Resigned), "早于开始日期")]
    [InlineData("2024-01-10", "2026-06-02", nameof(Ended.Resigned), "还没有到")]
    [InlineData("2024-01-10", "2026-06-01", nameof(Ended.Resigned), null)]
    [InlineData("2024-01-10", "2026-06-01", null, "没有写怎样离任")]
    [InlineData("2024-01-10", null, nameof(Ended.Died), "没有写最后一天")]
    [InlineData("2024-01-10", "2026-05-01", nameof(Ended.TermOver), "应当是这一届的最后一天")]
    public void A_mandate_lies_in_its_term_and_ends_after_it_began(string from, string? to, string? ended, string? says) =>
        Says(says, MandateRules.Refuse(Wish(14, from, to, ended), Term, [], Today));

    [Theory]
    [InlineData("2018-01-20", "2023-01-10", nameof(Ended.TermOver), "晚于第十三届的最后一天")]
    [InlineData("2018-01-20", "2023-01-09", nameof(Ended.TermOver), null)]
    [InlineData("2023-01-10", null, null, "不在第十三届任期内")]
    public void A_former_term_has_an_end(string from, string? to, string? ended, string? says) =>
        Says(says, MandateRules.Refuse(Wish(13, from, to, ended), Former, [], Today));

    [Theory]
    [InlineData("2025-03-01", "重叠")]
    [InlineData("2025-02-28", "重叠")]
    [InlineData("2025-03-02", null)]
    public void Nobody_holds_two_mandates_at_once(string from, string? says)
    {
        var other = new Mandate { Congress = 370000, PersonId = Guid.NewGuid(), Term = 14, Elector = "370100", DelegationId = Guid.NewGuid(), From = new DateOnly(2024, 1, 1), Began = Began.Elected, To = new DateOnly(2025, 3, 1), Ended = Ended.Resigned };
        Says(says, MandateRules.Refuse(Wish(14, from, null, null), Term, [other], Today));
    }

    [Fact]
    public void A_term_nobody_entered_is_refused() => Says("第十五届还没有登记", MandateRules.Refuse(Wish(15, "2024-01-10", null, null), null, [], Today));

    [Theory]
    [InlineData(1, "第一届")]
    [InlineData(10, "第十届")]
    [InlineData(14, "第十四届")]
    [InlineData(20, "第二十届")]
    [InlineData(35, "第三十五届")]
    public void Terms_are_written_and_read(int number, string title)
    {
        Assert.Equal(title, Words.Term(number));
        Assert.Equal(number, Words.TermIn(title));
        Assert.Equal(number, Words.TermIn($"{number}"));
    }

    private static void Says(string? says, Renda.Platform.Web.RefusalItem? refusal)
    {
        if (says is null)
        {
            Assert.Null(refusal);
        }
        else
        {
            Assert.Contains(says, refusal?.Sentence ?? "nothing", StringComparison.Ordinal);
        }
    }

    private static MandateWish Wish(int term, string from, string? to, string? ended) =>
        new(term, "370100", Guid.NewGuid(), DateOnly.Parse(from), Began.Elected, to is null ? null : DateOnly.Parse(to), ended is null ? null : Enum.Parse<Ended>(ended));
}
