using System.Text;

namespace Renda.Modules.Deputies.Files;

/// <summary>A duty report drafted from a file, for the deputy to edit. It says what is on record and nothing else.</summary>
internal static class Drafting
{
    private const string Numerals = "一二三四五六七八九十";

    // The field it goes into.
    private const int Longest = 8000;

    /// <summary>As many titles as fit.</summary>
    public static string Of(FilePeriod period, DeputyFile file) =>
        ((int[])[30, 10, 3, 0]).Select(most => Write(period, file, most)).First(text => text.Length <= Longest);

    private static string Write(FilePeriod period, DeputyFile file, int most)
    {
        List<(string Title, string Text)> sections =
        [
            .. Meetings(file) is { Length: > 0 } meetings ? [("出席会议", meetings)] : Array.Empty<(string, string)>(),
            .. from kind in Reported(file).GroupBy(e => e.Kind, StringComparer.Ordinal) select (kind.Key, Kind(kind, most)),
        ];
        var text = new StringBuilder($"{period.Title}{(period.IsTerm ? "以来" : "")}履职情况报告如下。\n");
        for (var i = 0; i < sections.Count; i++)
        {
            text.Append($"\n{(i < Numerals.Length ? Numerals[i] : '●')}、{sections[i].Title}\n{sections[i].Text}");
        }

        return sections.Count == 0 ? $"{period.Title}没有履职记录。\n" : text.ToString();
    }

    /// <summary>What there is to report of: not the reports themselves, nor what was taken back.</summary>
    public static IEnumerable<FileEntry> Reported(DeputyFile file) => file.Entries.Where(e => e.Procedure != "duty-report" && !e.TakenBack);

    private static string Meetings(DeputyFile file) => string.Concat(
        from body in FileWords.Bodies
        let count = file.Count(body.Key)
        where count.Due > 0
        select $"{body.Value}全体会议应出席 {count.Due} 次，出席 {count.Present} 次{(count.Excused > 0 ? $"，请假 {count.Excused} 次" : "")}{(count.Absent > 0 ? $"，缺席 {count.Absent} 次" : "")}。\n");

    private static string Kind(IEnumerable<FileEntry> entries, int most) => string.Concat(
        from part in entries.GroupBy(e => e.Part, StringComparer.Ordinal)
        let all = part.OrderBy(e => e.On).ToList()
        let listed = string.Join("；", all.Take(most).Select(e => $"{e.On:M月d日}《{e.Title}》{(e.Number is null ? "" : $"（{e.Number}）")}"))
        select $"{part.Key} {all.Count} {FileWords.Measure(all[0].Procedure)}{(most == 0 ? "" : $"：{listed}{(all.Count > most ? "；等" : "")}")}。\n");
}
