using Renda.Statutes.Parsing;

namespace Renda.Statutes.Akn;

/// <summary>What the caption (题注) says was done on a day.</summary>
internal enum Done
{
    /// <summary>通过, 公布 and the like.</summary>
    Made,

    /// <summary>批准: of a city's regulation by the province.</summary>
    Approved,

    /// <summary>修正, 修订.</summary>
    Amended,

    /// <summary>施行.</summary>
    InForce,
}

/// <summary>A day the caption names.</summary>
/// <param name="By">Who did it, without 届 and 次; empty where it does not say.</param>
internal sealed record Event(DateOnly Date, Done Done, string By);

/// <summary>Reads the caption. What it does not say is not known.</summary>
internal static class AknCaption
{
    public static IReadOnlyList<Event> Read(Statute statute)
    {
        var caption = string.Join(" ", Enumerable.Range(0, statute.Nodes.Count).TakeWhile(i => !statute.Nodes[i].IsHeading && statute.Nodes[i].Part != Part.Article)
            .Where(i => statute.Nodes[i].Part == Part.Caption).Select(i => statute.Words(i).ToString()).Take(100));
        var days = new List<(DateOnly Day, int Start, int End)>();
        for (var at = 0; (at = caption.IndexOf('年', at)) >= 0; at++)
        {
            if (TryDay(caption, at, out var day, out var start, out var end))
            {
                days.Add((day, start, end));
            }
        }

        var events = new List<Event>();
        for (var d = 0; d < days.Count; d++)
        {
            var said = caption.AsSpan(days[d].End..(d + 1 < days.Count ? days[d + 1].Start : caption.Length));
            Done? done = said.IndexOf("批准") >= 0 ? Done.Approved
                : said.IndexOf("修正") >= 0 || said.IndexOf("修订") >= 0 || (said.IndexOf("修改") >= 0 && events.Count > 0) ? Done.Amended
                : said.IndexOf("通过") >= 0 || said.IndexOf("公布") >= 0 || said.IndexOf("发布") >= 0 || said.IndexOf("制定") >= 0 ? Done.Made
                : said.IndexOf("施行") >= 0 || said.IndexOf("实施") >= 0 ? Done.InForce : null;
            if (done is { } known)
            {
                events.Add(new Event(days[d].Day, known, Who(said)));
            }
        }

        return events;
    }

    // 山东省第十三届人民代表大会常务委员会第十三次会议通过: 山东省人民代表大会常务委员会.
    private static string Who(ReadOnlySpan<char> said)
    {
        said = Blank.Trim(said);
        var end = said.IndexOf("令第") is > 0 and var order ? order : -1;
        if (end < 0 && (said.IndexOf("次会议") is > 0 and var sitting || (sitting = said.IndexOf("次常务会议")) > 0))
        {
            end = said[..sitting].LastIndexOf('第');
        }

        if (end <= 0 || end > 60)
        {
            return "";
        }

        var who = said[..end].ToString();
        var term = who.IndexOf('届', StringComparison.Ordinal);
        if (term > 0 && who.LastIndexOf('第', term) is >= 0 and var from)
        {
            who = who.Remove(from, term - from + 1);
        }

        return who.All(c => c is (>= '\u4e00' and <= '\u9fff') or '、') ? who : "";
    }

    private static bool TryDay(string text, int year, out DateOnly day, out int start, out int end)
    {
        (day, start, end) = (default, year, year + 1);
        while (start > 0 && year - start < 4 && Numeral.IsNumeral(text[start - 1]))
        {
            start--;
        }

        if (year - start != 4 || !Numeral.TryRead(text.AsSpan(start, 4), out var y) || !TryPart(text, ref end, '月', out var m) || !TryPart(text, ref end, '日', out var d) ||
            y is < 1000 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth((int)y, (int)m))
        {
            return false;
        }

        day = new DateOnly((int)y, (int)m, (int)d);
        return true;
    }

    private static bool TryPart(string text, ref int at, char unit, out long number)
    {
        var start = at;
        while (at < text.Length && at - start < 3 && Numeral.IsNumeral(text[at]))
        {
            at++;
        }

        number = 0;
        return at < text.Length && text[at++] == unit && Numeral.TryRead(text.AsSpan(start, at - 1 - start), out number);
    }
}
