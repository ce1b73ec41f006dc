using System.Text;

namespace Renda.Procedures;

/// <summary>What the walk asks of the whole or of one of its children again and again.</summary>
internal sealed class ProcedurePlan
{
    private readonly Procedure whole;
    private readonly Procedure procedure;
    private readonly List<Condition> asked;
    private readonly List<TimeLimit> followed;
    private readonly Dictionary<string, List<StepPlan>> open = new(StringComparer.Ordinal);

    public ProcedurePlan(Procedure whole, Procedure procedure)
    {
        (this.whole, this.procedure) = (whole, procedure);
        asked = [.. procedure.Conditions().Concat(procedure.LimitConditions()).Where(c => c is Condition.Taken or Condition.LastIs or Condition.NoParty).Distinct()];
        // Limits a guard asks about, and those another one takes the place of.
        followed = [.. procedure.Limits.Values.Where(l => l.LeastTime || l.Window || procedure.Limits.Values.Any(x => x.Extends == l.Id))];
    }

    /// <summary>The steps somebody can take in a stage.</summary>
    public List<StepPlan> Open(string? stage) => open.TryGetValue(stage ?? "", out var steps) ? steps
        : open[stage ?? ""] = [.. whole.Open(procedure, stage).Select(s => new StepPlan(whole, procedure, s))];

    /// <summary>Writes down what conditions can tell of a state besides its stage.</summary>
    public void Tell(MatterState state, StringBuilder text)
    {
        foreach (var condition in asked)
        {
            text.Append(condition.Holds(state, Particulars.Empty, default) ? '1' : '0');
        }

        foreach (var limit in followed)
        {
            text.Append(Follows(limit, state.Clocks) ? '1' : '0');
        }
    }

    private static bool Follows(TimeLimit limit, IReadOnlyList<Clock> clocks)
    {
        for (var i = 0; i < clocks.Count; i++)
        {
            if (clocks[i].Limit == limit.Id && (limit.LeastTime || limit.Window || clocks[i].Running))
            {
                return true;
            }
        }

        return false;
    }
}
