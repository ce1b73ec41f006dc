using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Matters;

/// <summary>Matters are numbered by procedure and year in the order they come: 2026-0001, 常发〔2026〕1号.</summary>
internal static partial class Numbering
{
    public static async Task<string> NextAsync(RendaDb db, int congress, string procedure, int year, string pattern)
    {
        var name = $"{procedure}-{year}";
        while (true)
        {
            // The counter's row is locked until the transaction ends, so no number is given twice or lost.
            var value = (await db.Database.SqlQuery<int>(
                $"INSERT INTO counters (congress, name, value) VALUES ({congress}, {name}, 1) ON CONFLICT (congress, name) DO UPDATE SET value = counters.value + 1 RETURNING value AS \"Value\"").ToListAsync())[0];
            var number = Write(pattern, year, value);
            if (!await db.Matters.AnyAsync(m => m.Congress == congress && m.Procedure == procedure && m.Number == number))
            {
                return number;
            }
        }
    }

    /// <summary><c>{year}</c> is the year, <c>{n}</c> the number, with leading zeros for more than one n.</summary>
    private static string Write(string pattern, int year, int value) =>
        Count().Replace(pattern, m => value.ToString($"D{m.Length - 2}", CultureInfo.InvariantCulture)).Replace("{year}", $"{year}", StringComparison.Ordinal);

    [GeneratedRegex(@"\{n+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();
}
