namespace Renda.Modules.Deputies.Roster;

/// <summary>What codes mean to people.</summary>
internal static class Words
{
    private const string Digits = "〇一二三四五六七八九";

    public static readonly IReadOnlyDictionary<Began, string> Beginnings = new Dictionary<Began, string>
    {
        [Began.Elected] = "选举",
        [Began.ByElection] = "补选",
    };

    public static readonly IReadOnlyDictionary<Ended, string> Endings = new Dictionary<Ended, string>
    {
        [Ended.Resigned] = "辞职",
        [Ended.Recalled] = "罢免",
        [Ended.Died] = "去世",
        [Ended.MovedAway] = "资格终止（迁出或者调离本行政区域）",
        [Ended.Absent] = "资格终止（未经批准两次不出席会议）",
        [Ended.Nationality] = "资格终止（丧失国籍）",
        [Ended.Rights] = "资格终止（被剥夺政治权利）",
        [Ended.Incapable] = "资格终止（丧失行为能力）",
        [Ended.TermOver] = "任期届满",
    };

    /// <summary>The grounds of an ending as everybody may read them: some of them are the deputies' office's business alone.</summary>
    public static string Ending(Ended ended, bool office) => office ? Endings[ended] : Endings[ended].Split('（')[0];

    /// <summary>第十四届.</summary>
    public static string Term(int number) => $"第{Numeral(number)}届";

    /// <summary>14 from 14, 十四, 第十四届; null from anything else.</summary>
    public static int? TermIn(string text)
    {
        var bare = text.Trim().TrimStart('第').TrimEnd('届').Trim();
        return int.TryParse(bare, out var number) ? number : Enumerable.Range(1, 99).Where(n => Numeral(n) == bare).Select(n => (int?)n).FirstOrDefault();
    }

    public static Began? BeganIn(string text) => Beginnings.Where(b => b.Value == text.Trim()).Select(b => (Began?)b.Key).FirstOrDefault();

    /// <summary>By the whole wording, or by the part in brackets that tells it apart.</summary>
    public static Ended? EndedIn(string text) =>
        Endings.Where(e => e.Value == text.Trim() || e.Value.EndsWith($"（{text.Trim()}）", StringComparison.Ordinal)).Select(e => (Ended?)e.Key).FirstOrDefault();

    private static string Numeral(int number) => number switch
    {
        < 1 or > 99 => $"{number}",
        < 10 => $"{Digits[number]}",
        _ => $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };
}
