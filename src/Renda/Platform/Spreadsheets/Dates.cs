using System.Globalization;
using System.Text.RegularExpressions;

namespace Renda.Platform.Spreadsheets;

/// <summary>Dates as people type them here. A day that does not exist is no date.</summary>
internal static partial class Dates
{
    public static bool TryRead(string text, out DateOnly date)
    {
        date = default;
        var match = Written().Match(Narrow(text).Trim());
        if (!match.Success) return false;
        var (year, month, day) = (Part(match, "y"), Part(match, "m"), Part(match, "d"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] is >= '！' and <= '～' ? (char)(source[i] - 0xFEE0) : source[i];
    });

    [GeneratedRegex(
        """^(?:(?<y>[0-9]{4})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|(?<y>[0-9]{4})\s?年\s?(?<m>[0-9]{1,2})\s?月\s?(?<d>[0-9]{1,2})\s?日|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))\z""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
