using Renda.Modules.Suggestions.Division;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>
/// What became of a suggestion handed to a unit: how it was answered, what the deputy thinks of it, what was promised and what of
/// that was kept. An index like <see cref="Passage"/>, made from the records, so that a million can be counted (decision 0012).
/// </summary>
internal sealed record HandlingResult
{
    /// <summary>The deputy did not answer, although reminded.</summary>
    public const string Silent = "silent";

    public const string Open = "open";
    public const string Kept = "kept";
    public const string Dropped = "dropped";

    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>Of the day it was handed in.</summary>
    public required int Year { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>The lead unit now.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Empty where it has none.</summary>
    public required string Subject { get; init; }

    /// <summary>The delegation the lead deputy was in on the day it was handed in; null where the roster does not say.</summary>
    public Guid? DelegationId { get; init; }

    /// <summary>In a session of the congress or between sessions; empty where nobody said.</summary>
    public string Intake { get; init; } = "";

    /// <summary>The kind of the latest reply; empty before the first.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What the deputy thinks of how the latest reply came about; empty until said.</summary>
    public string Attitude { get; init; } = "";

    /// <summary>What the deputy thinks of what it brings; empty until said.</summary>
    public string Result { get; init; } = "";

    /// <summary>Empty where nothing was promised.</summary>
    public string Promise { get; init; } = "";

    /// <summary>The day the promise is due.</summary>
    public DateOnly? PromisedBy { get; init; }

    /// <summary>The evaluation is no longer hidden from the unit.</summary>
    public bool Ended { get; init; }

    /// <summary>A part of a suggestion handled separately by several units (分别办理): each unit's part is a result of its own.</summary>
    public bool Divided { get; init; }

    /// <summary>The result as the records tell it; null for what no unit has, or what was withdrawn.</summary>
    /// <param name="records">Those of the suggestion itself, oldest first.</param>
    public static HandlingResult? Of(Standing standing, IReadOnlyList<Record> records)
    {
        if (standing is not { Unit: { } unit } || records.Count == 0 || records[^1].Step == "withdraw")
        {
            return null;
        }

        var reply = Last(records, "reply", "reply-again");
        var said = Last(records, "reply", "reply-again", "evaluate", "record-no-response");
        var (attitude, result) = said?.Step switch
        {
            "evaluate" => (Given(said).One("attitude") ?? "", Given(said).One("result") ?? ""),
            "record-no-response" => (Silent, Silent),
            _ => ("", ""),
        };
        var (promise, due) = Promised(records, reply);
        return new HandlingResult
        {
            Congress = standing.Congress,
            MatterId = standing.Matter,
            Year = standing.OpenedOn.Year,
            OpenedOn = standing.OpenedOn,
            UnitId = unit,
            Subject = standing.Subject ?? "",
            DelegationId = standing.Delegation,
            Intake = Last(records, "submit", "import", Dividing.Part) is { } handed ? Given(handed).One("intake") ?? "" : "",
            Reply = reply is null ? "" : Given(reply).One("kind") ?? "",
            Attitude = attitude,
            Result = result,
            Promise = promise,
            PromisedBy = due,
            Ended = standing.Ended,
            Divided = records[0].Step == Dividing.Part,
        };
    }

    // A new reply puts its own promise in the place of the former one.
    private static (string Promise, DateOnly? Due) Promised(IReadOnlyList<Record> records, Record? reply)
    {
        if (reply is null || Given(reply).Day("promised-by") is not { } due)
        {
            return ("", null);
        }

        var last = Last(records, "reply", "reply-again", "explain-change", "fulfil", "drop-promise")!;
        return last.Step switch
        {
            "fulfil" => (Kept, due),
            "drop-promise" => (Dropped, due),
            "explain-change" => (Open, Given(last).Day("promised-by") ?? due),
            _ => (Open, due),
        };
    }

    private static Record? Last(IReadOnlyList<Record> records, params string[] steps) => records.LastOrDefault(r => steps.Contains(r.Step));

    private static Particulars Given(Record record) => RecordJson.ReadParticulars(record.Particulars);
}

/// <summary>What a suggestion's own row says, and the roster of its lead deputy.</summary>
internal sealed record Standing(int Congress, Guid Matter, DateOnly OpenedOn, Guid? Unit, string? Subject, bool Ended, Guid? Delegation = null)
{
    public static Standing Of(Matter matter) => new(matter.Congress, matter.Id, matter.OpenedOn, matter.UnitId, matter.Subject, matter.Ended);
}
