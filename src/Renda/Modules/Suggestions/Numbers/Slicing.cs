using Renda.Procedures;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>A way to lay the statistics out: what the rows of the table are.</summary>
/// <param name="Unsaid">The row of those it is not known of.</param>
internal sealed record Slicing(string Id, string Title, string Unsaid)
{
    /// <summary>Asks for the row of those it is not known of.</summary>
    public const string None = "none";

    public static Slicing Unit { get; } = new("unit", "主办单位", "");

    public static Slicing Subject { get; } = new("subject", "类别", "未分类");

    public static Slicing Delegation { get; } = new("delegation", "代表团", "名册没有写明代表团");

    public static Slicing Intake { get; } = new("intake", "提出时间", "没有注明");

    public static IReadOnlyList<Slicing> All { get; } = [Unit, Subject, Delegation, Intake];

    /// <summary>What is no way to lay it out is as if nothing had been asked for: an old address still opens the page.</summary>
    public static Slicing Find(string? id) => All.FirstOrDefault(s => s.Id == id) ?? Unit;

    /// <summary>The names of the rows, where the rules give them.</summary>
    public IReadOnlyDictionary<string, string> Titles(Procedure procedure) =>
        this == Subject ? Words.Subjects(procedure)
        : this == Intake ? procedure.Steps["submit"].Asks.First(f => f.Id == "intake").Choices.ToDictionary()
        : new Dictionary<string, string>();

    /// <summary>The results of one row; all of them where no row is named.</summary>
    public IQueryable<HandlingResult> Of(IQueryable<HandlingResult> results, string? row)
    {
        if (row is null)
        {
            return results;
        }

        var (id, word) = (Guid.TryParse(row, out var read) ? read : (Guid?)null, row == None ? "" : row);
        return this == Unit ? results.Where(r => r.UnitId == id)
            : this == Delegation ? results.Where(r => r.DelegationId == id)
            : this == Subject ? results.Where(r => r.Subject == word)
            : results.Where(r => r.Intake == word);
    }
}
