using System.Runtime.InteropServices;
using System.Text;

namespace Renda.Procedures;

/// <summary>
/// What tells the states of a procedure apart: the stage, what conditions ask of past acts, the parts somebody plays, the limits
/// asked about, and the same of each child.
/// </summary>
internal sealed class StateKeys(Procedure procedure, Dictionary<Procedure, ProcedurePlan> plans)
{
    private readonly List<Condition.ChildrenIn> awaited = [.. procedure.Conditions().OfType<Condition.ChildrenIn>()];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    // What one member's act leaves alone keeps its number. A state is told by what it is, not by all it holds.
    private readonly Dictionary<MatterState, int> known = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> members = [];
    private readonly StringBuilder text = new();

    /// <summary>The same text for the same state.</summary>
    public string Of(Course course)
    {
        members.Clear();
        foreach (var child in course.Children)
        {
            var number = Number(child);
            if (number > 0 || (number < 0 && !members.Contains(number)))
            {
                members.Add(number);
            }
        }

        members.Sort();
        members.Add(Number(procedure, course.Root));
        return new string(MemoryMarshal.Cast<int, char>(CollectionsMarshal.AsSpan(members)));
    }

    // A child that is over counts once for each way to end, below zero, and only where a guard can tell.
    private int Number(CourseChild child)
    {
        if (!child.Ended)
        {
            return Number(child.Procedure, child.State);
        }

        if (!known.TryGetValue(child.State, out var number))
        {
            known[child.State] = number = !Told(child) ? 0 : -Number($"{child.Procedure.Id}|{child.State.Part}|{child.State.Stage}");
        }

        return number;
    }

    private bool Told(CourseChild child) => awaited.Exists(c =>
        c.Child == child.Procedure.Id && (c.Part is null || c.Part == child.State.Part) && (c.Some || !c.Stages.Contains(child.State.Stage!)));

    private int Number(Procedure p, MatterState state)
    {
        if (!known.TryGetValue(state, out var number))
        {
            text.Clear().Append(p.Id).Append('|').Append(state.Part).Append('|').Append(state.Stage).Append('|');
            plans[p].Tell(state, text);
            known[state] = number = Number(text.ToString());
        }

        return number;
    }

    private int Number(string key) => numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count + 1;
}
