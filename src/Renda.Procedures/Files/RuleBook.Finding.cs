namespace Renda.Procedures;

/// <content>Which text applies where, and when a broken file keeps that from being known.</content>
public sealed partial class RuleBook
{
    /// <summary>Broken files in whose place nothing stands: what they would have said is not known.</summary>
    private readonly IReadOnlyList<RuleProblem> gaps;

    /// <summary>This book with what it lacks taken from another, which then stands in for broken files.</summary>
    public RuleBook With(RuleBook other) => new(
        [.. Procedures, .. other.Procedures.Where(o => !Procedures.Any(p => Place(p) == Place(o)))],
        Problems,
        [.. gaps.Where(g => other.Procedures.All(o => o.Sources[^1].Path != g.Path))]);

    /// <summary>The text in force: the tightest jurisdiction that has one, the newest version by that day.</summary>
    /// <returns>Null with a sentence when nothing on file was in force, or when a broken file may have been.</returns>
    public (Procedure? Procedure, string Sentence) Find(string procedure, string jurisdiction, DateOnly on)
    {
        foreach (var code in Up(jurisdiction))
        {
            // With a broken text in the way, the next higher one would answer in its place.
            if (Gap(code) is { } broken)
            {
                return (null, $"规则文件有错，改好之前不能据以办理或者计算：{broken}");
            }

            var here = Procedures.Where(p => p.Id == procedure && p.Jurisdiction == code && Reaches(p, jurisdiction)).ToList();
            if (here.Where(p => p.InForce <= on).MaxBy(p => p.InForce) is { } found)
            {
                return (found, "");
            }

            if (here.Count > 0)
            {
                return (null, $"{jurisdiction} 的“{here[0].Title}”在 {on:yyyy-MM-dd} 有效的版本不在档；最早的在档版本自 {here.Min(p => p.InForce):yyyy-MM-dd} 起施行。");
            }
        }

        return (null, $"没有名为“{procedure}”的程序。在档的有：{string.Join("、", Procedures.Select(p => p.Id).Distinct(StringComparer.Ordinal))}。");
    }

    /// <summary>The texts in force in a jurisdiction by a day, one for each procedure.</summary>
    public IReadOnlyList<Procedure> InForce(string jurisdiction, DateOnly on) =>
        [.. Procedures.Select(p => p.Id).Distinct(StringComparer.Ordinal).Select(id => Find(id, jurisdiction, on).Procedure).OfType<Procedure>()];

    /// <summary>The text that tells who looks after the running matters of each procedure. A file that is broken just now
    /// keeps new matters from beginning; whoever reads those that run goes on reading.</summary>
    public IReadOnlyList<Procedure> LookedAfterBy(string jurisdiction, DateOnly day) =>
    [
        .. from versions in Procedures.GroupBy(p => p.Id, StringComparer.Ordinal)
           let here = Up(jurisdiction).Select(code => versions.Where(p => p.Jurisdiction == code && Reaches(p, jurisdiction)).ToList()).FirstOrDefault(v => v.Count > 0)
           where here is not null
           select here.Where(p => p.InForce <= day).MaxBy(p => p.InForce) ?? here.MinBy(p => p.InForce)!,
    ];

    /// <summary>The broken file that keeps from knowing which text applies in a jurisdiction, or null.</summary>
    public RuleProblem? InTheWay(string jurisdiction) => Up(jurisdiction).Select(Gap).FirstOrDefault(g => g is not null);

    private static bool Reaches(Procedure text, string jurisdiction) => text.Jurisdiction == jurisdiction || text.Jurisdiction == "CN" || text.Below is not null;

    // A file lies in the folder of its jurisdiction.
    private RuleProblem? Gap(string code) => gaps.FirstOrDefault(g => g.Path.Split('/') is [.., var folder, _] && folder == code);

    // When the program is already running, a newly broken file changes nothing: what was in force stays.
    private static List<RuleProblem> Gaps(List<RuleProblem> problems, RuleBook? before) =>
        before is null || before == Empty ? problems : [.. problems.Where(p => before.gaps.Any(g => g.Path == p.Path))];

    // 370283 falls back on 370200, then 370000, then CN.
    private static IEnumerable<string> Up(string code) =>
        code.Length < 6 || code == "CN" ? ["CN"]
        : new[] { code, code[..6], $"{code[..4]}00", $"{code[..2]}0000", "CN" }.Distinct(StringComparer.Ordinal);
}
