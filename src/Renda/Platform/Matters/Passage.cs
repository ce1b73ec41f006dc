using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>
/// An act as a move from stage to stage, with the days the matter had stood where it left. An index like <see cref="Listing"/>,
/// made from the records: it lets the flow of a procedure be counted over a million acts (decision 0007). Drafts have none.
/// </summary>
internal sealed class Passage
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>The record's.</summary>
    public required int Sequence { get; init; }

    public required string Procedure { get; init; }

    /// <summary>Empty where the matter begins, or comes out of its drafters' hands.</summary>
    public required string FromStage { get; init; }

    /// <summary>The stage it came from where the act moved nothing.</summary>
    public required string ToStage { get; init; }

    public required string Step { get; init; }

    /// <summary>The matter had been in that stage before.</summary>
    public required bool Again { get; init; }

    /// <summary>Days in the stage it left; 0 where it left none.</summary>
    public required int Days { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The unit that answers for the matter now, so that a unit's matters are counted from their first day.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The act is hidden from somebody until the whole ends.</summary>
    public bool Hidden { get; init; }

    /// <summary>The passage an act of a matter was; null for what stays its drafters' own.</summary>
    /// <param name="acts">The matter's acts, oldest first.</param>
    /// <param name="ended">The whole has ended.</param>
    public static Passage? Of(Matter matter, Procedure text, IReadOnlyList<Acted> acts, int at, bool ended)
    {
        var act = acts[at];
        if (text.Stage(act.Stage).Private)
        {
            return null;
        }

        var from = at == 0 || text.Stage(acts[at - 1].Stage).Private ? "" : acts[at - 1].Stage;
        var moved = from != act.Stage;
        return new Passage
        {
            Congress = matter.Congress,
            MatterId = matter.Id,
            Sequence = act.Sequence,
            Procedure = matter.Procedure,
            FromStage = from,
            ToStage = act.Stage,
            Step = act.Step,
            Again = moved && acts.Take(at).Any(a => a.Stage == act.Stage),
            Days = moved && from.Length > 0 ? Math.Max(0, act.On.DayNumber - Came(acts, at - 1).DayNumber) : 0,
            On = act.On,
            UnitId = matter.UnitId,
            Hidden = !ended && text.Steps[act.Step].HiddenFrom.Count > 0,
        };
    }

    // The day it came to where it stood after this act.
    private static DateOnly Came(IReadOnlyList<Acted> acts, int at)
    {
        while (at > 0 && acts[at - 1].Stage == acts[at].Stage)
        {
            at--;
        }

        return acts[at].On;
    }
}

/// <summary>What a passage needs to know of a record.</summary>
internal sealed record Acted(Guid MatterId, int Sequence, string Step, string Stage, DateOnly On)
{
    public static Acted Of(Record record) => new(record.MatterId, record.Sequence, record.Step, record.Stage, record.On);
}
