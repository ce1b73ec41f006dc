using Xunit;

namespace Renda.Procedures.Tests.Limits;

/// <summary>Every limit of every suggestion statute on file, as read in the text.</summary>
public sealed class StatuteLimitsTests
{
    private static readonly string[] Names = ["assign", "return", "opinion", "reply", "reply-extended", "evaluate", "rehandle", "contact", "reassign"];

    // limit: amount and unit, starting acts, who consents. A limit that is not listed is not set. What is divided is handed over in parts (decision 0017).
    private static readonly Dictionary<string, string[]> Statutes = new(StringComparer.Ordinal)
    {
        ["CN"] = ["reply: 3个月 < assign import part", "reply-extended: 6个月 < extend"],
        ["370000"] =
        [
            "assign: 5日 < submit import", "return: 5日 < sign", "opinion: 1个月 < sign", "reply: 3个月 < assign import part",
            "reply-extended: 6个月 < grant-extension, coordinator", "rehandle: 1个月 < evaluate order-rehandling",
        ],
        ["370200"] =
        [
            "assign: 5个工作日 < submit import", "return: 5个工作日 < sign", "opinion: 1个月 < sign", "reply: 3个月 < assign import part",
            "reply-extended: 6个月 < grant-extension, office",
        ],
        ["310000"] =
        [
            "assign: 7个工作日 < submit import", "return: 7个工作日 < sign", "opinion: 1个月 < sign", "reply: 3个月 < assign import part",
            "reply-extended: 3个月 < grant-extension, coordinator, from the end", "rehandle: 1个月 < order-rehandling",
        ],
        ["110000"] =
        [
            "reply: 3个月 < assign import part", "reply-extended: 6个月 < grant-extension, coordinator", "evaluate: 15个工作日 < reply reply-again",
            "rehandle: 2个月 < order-rehandling",
        ],
        ["410000"] =
        [
            "return: 10个工作日 < hand-over", "opinion: 2个月 < sign", "reply: 3个月 < lead.sign import", "reply-extended: 6个月 < extend",
            "evaluate: 10个工作日 < reply reply-again", "rehandle: 1个月 < evaluate", "reassign: 10个工作日 < ask-return",
        ],
        ["330000"] =
        [
            "return: 10日 < sign", "opinion: 2个月 < sign", "reply: 3个月 < lead.sign import", "reply-extended: 6个月 < grant-extension, coordinator",
            "rehandle: 1个月 < order-rehandling",
        ],
        ["500000"] =
        [
            "assign: 10个工作日 < submit import", "return: 10个工作日 < hand-over", "opinion: 30个工作日 < hand-over", "reply: 3个月 < assign import part",
            "reply-extended: 6个月 < extend", "evaluate: 20个工作日 < reply reply-again", "rehandle: 2个月 < order-rehandling",
            "contact: 20个工作日 < lead.sign", "reassign: 10个工作日 < ask-return",
        ],
    };

    public static TheoryData<string, string> Cells() =>
        new(Statutes.Keys.SelectMany(j => Names.Select(n => (j, n))));

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_limit_is_what_its_statute_sets(string jurisdiction, string name)
    {
        var limit = Library.Suggestion(jurisdiction).AllLimits().SingleOrDefault(l => l.Id == name);
        Assert.Equal(Statutes[jurisdiction].SingleOrDefault(s => s.StartsWith(name + ":", StringComparison.Ordinal)) ?? "none", limit is null ? "none" : Text(limit));
    }

    [Fact]
    public void No_statute_has_a_limit_beside_these_the_promise_and_the_laws_own_six_months()
    {
        foreach (var jurisdiction in Statutes.Keys)
        {
            Assert.Empty(Library.Suggestion(jurisdiction).AllLimits().Select(l => l.Id).Except(Names).Except(["promise", "reply-latest"]));
        }
    }

    [Theory]
    [InlineData("370000", "return", "assign")]
    [InlineData("410000", "reassign", "evaluate")]
    public void A_window_closes_a_door_and_a_deadline_makes_late(string jurisdiction, string name, string other)
    {
        var limits = Library.Suggestion(jurisdiction).AllLimits().ToDictionary(l => l.Id);
        Assert.Equal(name == "return", limits[name].Window);
        Assert.False(limits[other].Window);
    }

    [Theory]
    [InlineData("370000", "370200", "310000", "500000")]
    public void In_session_no_days_are_counted_for_assigning(params string[] jurisdictions)
    {
        foreach (var procedure in jurisdictions.Select(Library.Suggestion))
        {
            Assert.Single(Started(procedure, "submit", "submitted", ("intake", "recess")));
            Assert.Empty(Started(procedure, "submit", "submitted", ("intake", "session")));
        }
    }

    [Theory]
    [InlineData("370200", "第四十一条")]
    [InlineData("310000", "第二十八条")]
    [InlineData("110000", "第三十三条")]
    [InlineData("410000", "第三十一条")]
    [InlineData("500000", "第三十九条")]
    [InlineData("370000", "第三十二条")]
    [InlineData("330000", null)]
    [InlineData("CN", null)]
    public void Lower_levels_follow_only_where_the_statute_says_so(string jurisdiction, string? article) =>
        Assert.Equal(article, Library.Suggestion(jurisdiction).Below?.Article);

    internal static IReadOnlyList<Clock> Started(Procedure procedure, string act, string to, params (string, string)[] given) =>
        Clocks.After(procedure, new MatterState { Stage = null }, act, to, Particulars.Of(given), new DateOnly(2026, 3, 2), Library.Calendar);

    private static string Text(TimeLimit limit) =>
        $"{limit.Id}: {limit.Span} < {string.Join(' ', limit.From)}{(limit.Consent is { } who ? ", " + who : "")}{(limit.FromEnd ? ", from the end" : "")}";
}
