using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>A suggestion going its way, with children and clocks, as the application would carry it.</summary>
internal sealed class Suggestion(string jurisdiction)
{
    private readonly List<(string Part, string Stage, IReadOnlyList<PastAct> Acts, IReadOnlyList<Clock> Clocks)> units = [];
    private int acts;

    public Procedure Procedure { get; } = Library.Suggestion(jurisdiction);

    public Procedure Handling => Procedure.Children["handling"];

    public MatterState State { get; private set; } = MatterState.None;

    public DateOnly Today { get; set; } = new(2026, 3, 2);

    public HashSet<string> Parties { get; } = [];

    public Clock? Running(string limit) => State.Clocks.SingleOrDefault(c => c.Limit == limit && c.Running);

    public MatterState Child(string part) => units.FindLast(u => u.Part == part) is var unit
        ? new() { Stage = unit.Stage, Part = part, Acts = unit.Acts, Clocks = unit.Clocks }
        : throw new InvalidOperationException(part);

    /// <summary>Tries a step and changes nothing.</summary>
    public Decision Try(string step, string by, params (string, string)[] given) =>
        Procedure.Take(State with { Parties = Parties }, step, new HashSet<string> { by }, Today, Particulars.Of(given));

    /// <summary>Takes a step that must move.</summary>
    public Suggestion Do(string step, string by, params (string, string)[] given)
    {
        var before = State with { Parties = Parties };
        var moved = Assert.IsType<Decision.Moved>(Try(step, by, given));
        var clocks = Clocks.After(Procedure, before, step, moved.To, moved.Given, Today, Library.Calendar);
        State = before with { Stage = moved.To, Clocks = clocks, Acts = [.. before.Acts, new(++acts, step, Today, moved.Given)] };
        foreach (var opens in moved.Opens)
        {
            Open(opens.Part!);
        }

        return See();
    }

    /// <summary>Tries a step of a unit's own handling.</summary>
    public Decision TryChild(string part, string step, string by, params (string, string)[] given) =>
        Handling.Take(Child(part), step, new HashSet<string> { by }, Today, Particulars.Of(given));

    /// <summary>Takes a step of a unit's own handling, which the parent's clocks hear of too.</summary>
    public Suggestion DoChild(string part, string step, string by, params (string, string)[] given)
    {
        var before = Child(part);
        var moved = Assert.IsType<Decision.Moved>(TryChild(part, step, by, given));
        var at = units.FindLastIndex(u => u.Part == part);
        units[at] = (part, moved.To, [.. before.Acts, new(++acts, step, Today, moved.Given)], Clocks.After(Handling, before, step, moved.To, moved.Given, Today, Library.Calendar));
        State = State with { Clocks = Clocks.After(Procedure, State, $"{part}.{step}", State.Stage!, moved.Given, Today, Library.Calendar) };
        foreach (var opens in moved.Opens)
        {
            Open(opens.Part!);
        }

        return See();
    }

    public Suggestion On(string day)
    {
        Today = DateOnly.ParseExact(day, "yyyy-MM-dd");
        return this;
    }

    // Ready-made ways, each ending where the next begins.
    public Suggestion Draft() => Do("draft", "lead-deputy", ("title", "农村供水"), ("body", "内容"), ("subject", "agriculture"));

    public Suggestion Submit(string intake = "recess") => Do("submit", "lead-deputy", ("intake", intake), ("signed", "yes"));

    public Suggestion Assign(bool assisting = false) =>
        Do("file", "office", ("subject", "agriculture")).Do("assign", "office", [("lead", "u1"), .. assisting ? [("assisting", "u2")] : Array.Empty<(string, string)>()]);

    /// <summary>The lead unit signs for it unless it has.</summary>
    public Suggestion Signed() => units.Any(u => u is { Part: "lead", Stage: "assigned" }) ? DoChild("lead", "sign", "unit") : this;

    public Suggestion Contact() => Signed().Do("contact", "lead-unit", ("way", "phone"), ("on", $"{Today:yyyy-MM-dd}"), ("who", "张三"), ("summary", "同意"));

    public Suggestion Reply(string kind = "solved", string step = "reply", params (string, string)[] more) => Do(step, "lead-unit", [.. Letter(kind), .. more]);

    public Suggestion Evaluate(string result, string attitude = "satisfied") => Do("evaluate", "lead-deputy", Marks(result, attitude));

    public static (string, string)[] Letter(string kind) =>
        [("kind", kind), ("way", "face"), ("text", "答复"), ("signed-by", "李四"), ("letter", "hash")];

    public static (string, string)[] Marks(string result, string attitude = "satisfied") =>
        [("attitude", attitude), ("result", result), ("opinion", "意见"), ("request", "请再办")];

    public static Suggestion Handled(string jurisdiction, bool assisting = false) => new Suggestion(jurisdiction).Draft().Submit().Assign(assisting);

    public static Suggestion Replied(string jurisdiction) => Handled(jurisdiction).Contact().Reply();

    private void Open(string part)
    {
        var none = MatterState.None with { Part = part };
        var clocks = Clocks.After(Handling, none, "hand-over", "assigned", Particulars.Empty, Today, Library.Calendar);
        units.Add((part, "assigned", [], clocks));
    }

    private Suggestion See()
    {
        State = State with { Children = [.. units.Select((u, i) => new ChildState("handling", u.Part, u.Stage, $"单位{i + 1}"))] };
        return this;
    }
}
