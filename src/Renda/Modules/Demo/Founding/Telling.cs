using System.Globalization;
using System.Text.RegularExpressions;
using Renda.Procedures;

namespace Renda.Modules.Demo.Founding;

/// <summary>Reads the texts of the founding year. A block is a run of acts, or
/// <c>each NAME</c> with acts told once for every row of a table (<c>table NAME</c>), every number up to NAME or every Thursday,
/// with <c>{1}</c> its columns, <c>{n}</c>, <c>{n/4}</c>, <c>{n%4}</c>, <c>{n%4+1}</c> its number and <c>{NAME}</c> the next of a <c>list</c>.</summary>
internal sealed partial class Telling(WorkDays days, WorkCalendar calendar)
{
    private static readonly string[] Files =
        ["plan.txt", "study.txt", "ledgers.txt", "people.txt", "office.txt", "works.txt", "oversight.txt", "deputies.txt", "admission.txt"];

    private readonly Dictionary<string, string[]> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> lists = new(StringComparer.Ordinal);

    /// <summary>Everything that happened, in the order it happened.</summary>
    public IReadOnlyList<Told> All()
    {
        var blocks = Files.SelectMany(f => Texts.Blocks(f)).ToList();
        foreach (var (known, kind) in ((Dictionary<string, string[]>, string)[])[(tables, "table "), (lists, "list ")])
        {
            blocks.Where(b => b[0].StartsWith(kind, StringComparison.Ordinal)).ToList().ForEach(b => known.Add(b[0][kind.Length..], b[1..]));
        }

        return [.. blocks.Where(b => b[0][0] == '*').SelectMany(b => Acts(b, [], 1)).Concat(blocks.Where(b => b[0].StartsWith("each ", StringComparison.Ordinal)).SelectMany(Each)).OrderBy(t => t.On)];
    }

    private IEnumerable<Told> Each(string[] block) => Rows(block[0].Split(' ')[1..]).SelectMany(row => Acts(block[1..], row.Columns, row.N));

    private IEnumerable<(string[] Columns, int N)> Rows(string[] of) => of switch
    {
        ["thursdays", var first, var last, var which] => Thursdays(Day(first), Day(last)).Where(t => calendar.IsWorkday(t.On) == (which == "working")).Select(t => ((string[])[$"{t.On:yyyy-MM-dd}"], t.N)),
        [var name] when int.TryParse(name, CultureInfo.InvariantCulture, out var count) => Enumerable.Range(1, count).Select(n => ((string[])[], n)),
        [var name] => tables[name].Select((line, i) => (line.Split(" | "), i + 1)),
        _ => throw new FormatException($"each {string.Join(' ', of)}"),
    };

    private static IEnumerable<(DateOnly On, int N)> Thursdays(DateOnly first, DateOnly last)
    {
        var thursday = first.AddDays(((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7);
        for (var n = 1; thursday <= last; thursday = thursday.AddDays(7), n++)
        {
            yield return (thursday, n);
        }
    }

    private IEnumerable<Told> Acts(IEnumerable<string> lines, string[] columns, int n)
    {
        List<string> act = [];
        foreach (var line in lines.Select(l => Filled(l, columns, n)).Append("*"))
        {
            if (line[0] == '*' && act.Count > 0)
            {
                yield return Told.Of(act, days);
                act.Clear();
            }

            act.Add(line);
        }
    }

    private string Filled(string line, string[] columns, int n) => Place().Replace(line, place => place.Groups[1].Value switch
    {
        "on" => place.Value,
        var column when int.TryParse(column, CultureInfo.InvariantCulture, out var c) => columns[c - 1],
        ['n', .. var sum] when sum is "" || !char.IsLetter(sum[0]) => Number(sum, n),
        var list => lists[list][(n - 1) % lists[list].Length],
    });

    // n/4 counts up once every four rows from 0 on, n%4 goes round from 0 to 3; a number is added to either.
    private static string Number(string sum, int n)
    {
        var parts = Sum().Match(sum);
        if (parts.Groups[1].Value is [var how, .. var by])
        {
            n = how == '/' ? (n - 1) / Whole(by) : (n - 1) % Whole(by);
        }

        return $"{n + (parts.Groups[2].Value is [_, .. var more] ? Whole(more) : 0)}";
    }

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<place>[^{}]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<of>[/%]\d+)?(?<more>\+\d+)?$", RegexOptions.None, 1000)]
    private static partial Regex Sum();
}
