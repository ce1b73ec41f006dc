using Renda.Procedures;
using Renda.Procedures.Diagrams;

namespace Renda.Modules.Procedures.Flow;

/// <summary>How often matters went from one stage to another, by which steps, and how often they came back so.</summary>
internal sealed record Way(string From, string To, string Steps, int Count, int Again);

/// <summary>How long matters stood in a stage before they left it.</summary>
internal sealed record Dwell(string Id, string Stage, string Awaits, int Passages, int Median, int Ninetieth);

/// <summary>Acts the file in force has no place for, and why.</summary>
internal sealed record Stray(string Step, string From, string To, string Why, int Count);

/// <summary>A limit of the file with what became of its clocks.</summary>
internal sealed record Watched(string Title, string Span, string Basis, Kept Kept);

/// <summary>A procedure, or its parallel work, as it is really gone through.</summary>
internal sealed class Discovered(Procedure text, Procedure whole, IReadOnlyList<Move> moves, IReadOnlyList<Kept> clocks, Former former)
{
    // Fewer passages tell little: a single matter that lay about is not the place where work is slow.
    private const int Enough = 5;

    public Procedure Text => text;

    public int Begun => moves.Where(m => m.From.Length == 0).Sum(m => m.Count);

    public int Moved => moves.Where(m => !m.Stays).Sum(m => m.Count);

    public int Again => moves.Where(m => m.Again).Sum(m => m.Count);

    public StageGraph Graph => FlowGraph.Of(
        text, [.. moves.Where(m => !m.Stays).GroupBy(m => (m.From, m.To, m.Step)).Select(g => new Traffic(g.Key.From, g.Key.To, g.Key.Step, g.Sum(m => m.Count)))], Stage, Step);

    public IReadOnlyList<Way> Ways =>
    [
        .. from move in moves
           where !move.Stays
           group move by (move.From, move.To) into way
           orderby Place(way.Key.From), Place(way.Key.To)
           let steps = way.GroupBy(m => m.Step).OrderByDescending(g => g.Sum(m => m.Count)).Select(g => Step(g.Key)).Distinct()
           select new Way(way.Key.From.Length == 0 ? "（开始）" : Stage(way.Key.From), Stage(way.Key.To), string.Join("、", steps), way.Sum(m => m.Count), way.Where(m => m.Again).Sum(m => m.Count)),
    ];

    public IReadOnlyList<Dwell> Dwells =>
    [
        .. from move in moves
           where !move.Stays && move.From.Length > 0
           group move by move.From into left
           orderby Place(left.Key)
           let days = new Histogram(left.Select(m => (m.Days, m.Count)))
           select new Dwell(left.Key, Stage(left.Key), Awaits(left.Key), days.Count, days.Within(0.5), days.Within(0.9)),
    ];

    public IReadOnlyList<Stray> Strays =>
    [
        .. from move in moves
           let why = WhyStray(move)
           where why is not null
           group move by (move.Step, move.From, move.To, Why: why) into stray
           orderby stray.Sum(m => m.Count) descending
           select new Stray(Step(stray.Key.Step), stray.Key.From.Length == 0 ? "（开始）" : Stage(stray.Key.From), Stage(stray.Key.To), stray.Key.Why, stray.Sum(m => m.Count)),
    ];

    /// <summary>Doors that close and times that must pass make nobody late: they are left out.</summary>
    public IReadOnlyList<Watched> Limits =>
    [
        .. from limit in text.Limits.Values
           where !limit.Window && !limit.LeastTime
           select new Watched(limit.Title, limit.Soft ? $"{limit.Span}（一般）" : limit.Span, ProcedureTables.Cite(whole, limit.Basis), clocks.FirstOrDefault(c => c.Limit == limit.Id) ?? new Kept(limit.Id, 0, 0, 0, 0, 0, 0)),
        .. from kept in clocks
           where !text.Limits.ContainsKey(kept.Limit)
           select new Watched(former.Limit(kept.Limit), "—", "现行文件没有此期限", kept),
    ];

    /// <summary>The stage that takes longest, in a sentence with its numbers; null where nothing has gone through yet.</summary>
    public string? Slowest
    {
        get
        {
            var dwells = Dwells;
            var slow = (dwells.Any(d => d.Passages >= Enough) ? dwells.Where(d => d.Passages >= Enough) : dwells).OrderByDescending(d => d.Median).ThenByDescending(d => d.Ninetieth).FirstOrDefault();
            return slow is null ? null
                : $"最慢的是“{slow.Stage}”：{slow.Passages:N0} 次经过，一半在 {slow.Median} 天以内，九成在 {slow.Ninetieth} 天以内{(slow.Awaits.Length > 0 ? $"；等的是{slow.Awaits}" : "")}。";
        }
    }

    private string Stage(string id) => text.Stages.FirstOrDefault(s => s.Id == id)?.Title ?? former.Stage(id);

    private string Step(string id) => text.Steps.TryGetValue(id, out var step) ? step.Title : former.Step(id);

    private int Place(string stage) => stage.Length == 0 ? -1 : text.Stages.TakeWhile(s => s.Id != stage).Count();

    private string Awaits(string stage) =>
        string.Join("、", text.Stages.Where(s => s.Id == stage).SelectMany(s => s.Awaits).Select(a => $"{text.Roles[a.Role].Title}{text.Steps[a.Step].Title}").Distinct());

    private string? WhyStray(Move move) =>
        !text.Steps.TryGetValue(move.Step, out var step) ? "现行文件没有这一步"
        : !Known(move.From) || !Known(move.To) ? "现行文件没有这个环节"
        : move.From.Length > 0 && !step.From.Contains(move.From) ? "现行文件在这个环节没有这一步"
        : !move.Stays && step.To.All(d => d.Stage != move.To) ? "现行文件的这一步不到这个环节"
        : null;

    private bool Known(string stage) => stage.Length == 0 || text.Stages.Any(s => s.Id == stage);
}
