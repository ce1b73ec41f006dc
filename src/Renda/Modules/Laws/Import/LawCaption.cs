using System.Globalization;
using System.Text.RegularExpressions;
using Renda.Platform.Web;
using Renda.Statutes;

namespace Renda.Modules.Laws.Import;

/// <summary>What a text says of itself: who passed it and when, and from which day on it is in force. What it does not say clearly stays empty.</summary>
internal sealed partial record LawCaption(string Kind, string Label, DateOnly? PassedOn, DateOnly? PromulgatedOn, DateOnly? EffectiveOn, string? Unclear)
{
    private const string Passed = "通过";
    private const string Approved = "批准";
    private const string Published = "公布";
    private const string InForce = "施行";

    private static readonly string[] Acts = [Passed, Approved, "修正", "修订", Published, InForce];

    public static LawCaption Of(Statute statute)
    {
        var words = string.Join('\n', Enumerable.Range(0, statute.Nodes.Count).Where(n => statute.Nodes[n].Part == Part.Caption).Select(n => statute.Words(n).ToString()));
        var events = Events(words);
        var last = events.Where(e => e.Act != InForce).OrderBy(e => e.On).LastOrDefault();
        DateOnly? passed = events.Where(e => e.Act == Passed).Select(e => (DateOnly?)e.On).FirstOrDefault();
        DateOnly? published = events.Where(e => e.Act == Published).Select(e => (DateOnly?)e.On).FirstOrDefault();
        var (effective, unclear) = Effective(statute, events, last);
        return new LawCaption(KindOf(statute.Title, words), LabelOf(events), passed, published, effective, unclear);
    }

    // An event is a date and the act told after it, names of other documents aside.
    private static List<(DateOnly On, string Act)> Events(string caption)
    {
        List<(DateOnly On, string Act)> events = [];
        var bare = Quoted().Replace(Quoted().Replace(caption, ""), "");
        var dates = Date().Matches(bare).ToList();
        for (var i = 0; i < dates.Count; i++)
        {
            var until = i + 1 < dates.Count ? dates[i + 1].Index : bare.Length;
            var words = bare[(dates[i].Index + dates[i].Length)..until];
            if (DayOf(dates[i]) is { } day && Acts.OrderBy(a => words.LastIndexOf(a, StringComparison.Ordinal)).Last() is var act && words.Contains(act, StringComparison.Ordinal))
            {
                events.Add((day, act));
            }
        }

        return events;
    }

    private static (DateOnly? On, string? Unclear) Effective(Statute statute, List<(DateOnly On, string Act)> events, (DateOnly On, string Act) last)
    {
        if (events.Where(e => e.Act == InForce).Select(e => (DateOnly?)e.On).Max() is { } told && told >= last.On)
        {
            return (told, null);
        }

        if (statute.Articles.Select(a => Beginning().Match(a.Words.ToString())).LastOrDefault(m => m.Success) is not { } said)
        {
            return (null, "条文里没有写明从哪一天起施行");
        }

        if (events.Count == 0)
        {
            return (null, "题注里没有日期，不知这是不是修改过的文本");
        }

        if (DayOf(said) is { } day)
        {
            return day >= last.On ? (day, null) : (null, $"题注写明 {Display.Date(last.On)} {last.Act}，这一文本从何日起施行文中没有写（条文写的 {Display.Date(day)} 是原来的施行日期）");
        }

        var named = said.Groups["day"].Value.StartsWith(Passed, StringComparison.Ordinal) ? Passed : Published;
        return last.Act == named ? (last.On, null) : (null, $"条文写自{said.Groups["day"].Value}起施行，题注没有写这一文本的{named}日期");
    }

    private static string KindOf(string title, string caption) =>
        title.EndsWith("决定", StringComparison.Ordinal) || title.EndsWith("决议", StringComparison.Ordinal) ? "decision"
        : title.StartsWith("中华人民共和国", StringComparison.Ordinal) || caption.Contains("全国人民代表大会", StringComparison.Ordinal) || caption.Contains("国务院", StringComparison.Ordinal) ? "higher"
        : caption.Contains("人民政府令", StringComparison.Ordinal) ? "rule"
        : caption.Contains("人民代表大会", StringComparison.Ordinal) ? "local" : "other";

    // By what was done to the text itself: its approval comes with that.
    private static string LabelOf(IEnumerable<(DateOnly On, string Act)> events) =>
        events.Where(e => e.Act is not (Approved or InForce)).OrderBy(e => e.On).LastOrDefault() is { Act: { } act, On: var on } ? FormattableString.Invariant($"{on.Year}年{act}") : "收入时的文本";

    private static DateOnly? DayOf(Match match) =>
        match.Groups["y"].Success && DateOnly.TryParseExact($"{Plain(match, "y")}-{Plain(match, "m")}-{Plain(match, "d")}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Plain(Match match, string group) => string.Concat(match.Groups[group].Value.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    [GeneratedRegex(@"(?<y>[0-9０-９]{4})\s*年\s*(?<m>[0-9０-９]{1,2})\s*月\s*(?<d>[0-9０-９]{1,2})\s*日", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex("《[^《》]*》", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"本[\u4e00-\u9fff]{1,6}自(?<day>(?<y>[0-9０-９]{4})\s*年\s*(?<m>[0-9０-９]{1,2})\s*月\s*(?<d>[0-9０-９]{1,2})\s*日|公布之日|发布之日|颁布之日|通过之日)起", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();
}
