using System.Runtime.InteropServices;
using System.Text;

namespace Renda.Procedures;

/// <summary>
/// What tells the states of a procedure apart: the stage, what conditions ask of past acts, the parts somebody plays, the limits
/// asked about, and the same of each child.
/// </summary>
internal sealed class StateKeys(Procedure procedure, Dictionary<Procedure, ProcedurePlan> plans)
{
    private const int Over = 0;

    private readonly List<Condition.ChildrenIn> awaited = [.. procedure.Conditions().OfType<Condition.ChildrenIn>()];
    private readonly Dictionary<string, int> given = new(StringComparer.Ordinal);
    private readonly Dictionary<MatterState, int> known = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> told = [];
    private readonly StringBuilder text = new();

    /// <summary>A number for each member, the children first. What an act leaves alone keeps its number.</summary>
    public int[] Number(Course course, Course before, int[] numbers)
    {
        var count = course.Children.Count;
        var numbered = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            numbered[i] = i < before.Children.Count && ReferenceEquals(course.Children[i], before.Children[i]) ? numbers[i] : Number(course.Children[i]);
        }

        numbered[count] = ReferenceEquals(course.Root, before.Root) ? numbers[^1] : Number(procedure, course.Root);
        return numbered;
    }

    /// <summary>The same text for the same state.</summary>
    public string Key(int[] numbered)
    {
        told.Clear();
        foreach (var number in numbered.AsSpan()[..^1])
        {
            if (number > Over || (number < Over && !told.Contains(number)))
            {
                told.Add(number);
            }
        }

        told.Sort();
        told.Add(numbered[^1]);
        return new string(MemoryMarshal.Cast<int, char>(CollectionsMarshal.AsSpan(told)));
    }

    // A child that is over counts once for each way to end, below zero, and only where a guard can tell.
    private int Number(CourseChild child) =>
        !child.Ended ? Number(child.Procedure, child.State)
        : Told(child) ? -Number($"{child.Procedure.Id}|{child.State.Part}|{child.State.Stage}")
        : Over;

    private bool Told(CourseChild child) => awaited.Exists(c =>
        c.Child == child.Procedure.Id && (c.Part is null || c.Part == child.State.Part) && (c.Some || !c.Stages.Contains(child.State.Stage!)));

    private int Number(Procedure p, MatterState state)
    {
        if (!known.TryGetValue(state, out var number))
        {
            known[state] = number = Tell(p, state);
        }

        return number;
    }

    private int Tell(Procedure p, MatterState state)
    {
        text.Clear().Append(p.Id).Append('|').Append(state.Part).Append('|').Append(state.Stage).Append('|');
        plans[p].Tell(state, text);
        return Number(text.ToString());
    }

    private int Number(string key) => given.TryGetValue(key, out var number) ? number : given[key] = given.Count + 1;
}
