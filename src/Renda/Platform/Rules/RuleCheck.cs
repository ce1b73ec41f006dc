using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>A rule directory looked through from end to end, without the last good versions a running program keeps.</summary>
internal sealed record RuleCheck(RuleBook Book, string Calendar, int Divisions, IReadOnlyList<string> Problems)
{
    public static RuleCheck Of(string directory)
    {
        var files = Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories).Where(p => !LadderFile.Is(p, directory) && !FigureFiles.Is(p, directory)).Order(StringComparer.Ordinal)
            .Select(p => new RuleFile(Path.GetRelativePath(directory, p).Replace('\\', '/'), File.ReadAllText(p))).ToList();
        var book = RuleBook.Load(files, before: null, Posts.Named, walk: true);
        List<RuleProblem> problems = [.. book.Problems, .. Misplaced(book), .. LadderFile.Read(directory, book).Problem is { } ladder ? [ladder] : Array.Empty<RuleProblem>(), .. FigureFiles.Read(directory, book).Problems];
        var calendar = Look(directory, "calendars/china.txt", CalendarProblems, problems);
        var divisions = Look(directory, Rules.Divisions.FileName, Rules.Divisions.Check, problems);
        if (divisions.Length > 0)
        {
            var known = Rules.Divisions.Load(directory);
            problems.AddRange(book.Procedures.Where(p => !known.Knows(p.Jurisdiction)).Select(p => new RuleProblem(p.Sources[^1].Path, 1, $"行政区划里没有 {p.Jurisdiction}。")));
        }

        var version = problems.Any(p => p.Path.EndsWith("china.txt", StringComparison.Ordinal)) ? "有错" : WorkCalendar.Parse(calendar).Version;
        return new RuleCheck(
            book, version, divisions.Split('\n').Count(l => l.Length > 0 && l[0] != '#'),
            [.. problems.Select(p => $"{Path.Combine(directory, p.Path)}:{Math.Max(1, p.Line)}: {p.Reason}")]);
    }

    /// <summary>A line for each version on file, then the totals.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Book.Procedures.Select(Line),
        $"共 {Book.Procedures.Select(p => p.Id).Distinct().Count()} 种程序 {Book.Procedures.Count} 个版本，环节 {All.Sum(p => p.Stages.Count)}、步骤 {All.Sum(p => p.Steps.Count)}、期限 {All.Sum(p => p.Limits.Count)}；"
            + $"工作日历 {Calendar}；行政区划 {Divisions} 个；{(Problems.Count == 0 ? "没有错处" : $"有 {Problems.Count} 处错误")}",
        $"走遍 {Book.States.Values.Sum()} 种情况（同时在办的同类子件最多两件，超过 {RuleBook.Bounds.Few} 种的一件；每个程序最多 {RuleBook.Bounds.Most} 种；每一步条件问到的选项最多 {RuleBook.Bounds.Ways} 种填法，没有问到的取一种）",
    ];

    private List<Procedure> All => [.. Book.Procedures.SelectMany(p => p.Whole())];

    private string Line(Procedure p)
    {
        List<Procedure> all = [.. p.Whole()];
        List<Basis> bases = [.. all.SelectMany(c => c.Steps.Values.Select(s => s.Basis)), .. p.AllLimits().Select(l => l.Basis)];
        int Of(Provenance provenance) => bases.Count(b => b.Provenance == provenance);
        return $"{p.Jurisdiction} {p.Id} 自 {p.InForce:yyyy-MM-dd} 起 《{p.Law}》 环节 {all.Sum(c => c.Stages.Count)} 步骤 {all.Sum(c => c.Steps.Count)} 期限 {p.AllLimits().Count()} 走遍 {Book.States.GetValueOrDefault(p.Version)} 种情况 "
            + $"依据：原文 {Of(Provenance.Read)}、转引 {Of(Provenance.Secondary)}、本机关做法 {Of(Provenance.Local)}";
    }

    // Where a file lies is how a broken one is known to be in the way of a jurisdiction.
    private static IEnumerable<RuleProblem> Misplaced(RuleBook book) =>
        book.Procedures.Where(p => p.Sources[^1].Path.Split('/')[0] != p.Jurisdiction)
            .Select(p => new RuleProblem(p.Sources[^1].Path, 1, $"文件应当放在 {p.Jurisdiction}/ 目录下。"));

    private static string Look(
        string directory, string file, Func<string, IEnumerable<(int Line, string Reason)>> check, List<RuleProblem> problems)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            problems.Add(new RuleProblem(file, 1, "没有这个文件。"));
            return "";
        }

        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        problems.AddRange(check(text).Select(p => new RuleProblem(file, p.Line, p.Reason)));
        return text;
    }

    private static IEnumerable<(int Line, string Reason)> CalendarProblems(string text)
    {
        var lines = text.Split('\n');
        var years = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] != '#' && CalendarProblem(lines[i], years) is { } reason)
            {
                yield return (i + 1, reason);
            }
        }
    }

    private static string? CalendarProblem(string line, HashSet<string> years)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return "只有空格的一行。";
            }

            WorkCalendar.Parse(line);
            return years.Add(line.Split(' ')[0]) ? null : "这一年写了两行。";
        }
        catch (FormatException)
        {
            return $"读不懂：“{line}”";
        }
    }
}
