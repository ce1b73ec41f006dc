namespace Renda.Procedures;

/// <summary>Deciding on steps. Pure: the same call enables a button and guards its handler.</summary>
public static class Taking
{
    /// <summary>Decides on a step with what was given.</summary>
    /// <param name="roles">The roles the actor plays in this matter.</param>
    /// <param name="today">The legal date of the act.</param>
    public static Decision Take(
        this Procedure procedure, MatterState matter, string step, IReadOnlySet<string> roles, DateOnly today, Particulars given)
    {
        if (!procedure.Steps.TryGetValue(step, out var found))
        {
            return new Decision.Refused($"“{procedure.Title}”没有名为“{step}”的步骤。");
        }

        var tidy = Asking.Tidy(found, given);
        if (procedure.Bars(matter, found, roles) is { } bar)
        {
            return new Decision.Refused([bar]);
        }

        List<Refusal> reasons = [.. Asking.Refusals(found, tidy, matter, today), .. Unmet(procedure, matter, found, tidy, today)];
        return reasons.Count > 0 ? new Decision.Refused(reasons) : Move(matter, found, tidy, today);
    }

    /// <summary>Why the step cannot be taken now whatever is given; empty when it is open to the actor.</summary>
    public static IReadOnlyList<Refusal> Check(
        this Procedure procedure, MatterState matter, Step step, IReadOnlySet<string> roles, DateOnly today) =>
        procedure.Bars(matter, step, roles) is { } bar
            ? [bar]
            : [.. Unmet(procedure, matter, step, given: null, today)];

    /// <summary>The steps that stage and role open to the actor; their needs may still be unmet.</summary>
    public static IEnumerable<Step> Offers(this Procedure procedure, MatterState matter, IReadOnlySet<string> roles) =>
        procedure.Steps.Values.Where(s => procedure.Bars(matter, s, roles) is null && Fits(matter, s));

    /// <summary>True when the time in which the step could be taken is over.</summary>
    public static bool Lapsed(MatterState matter, Step step, DateOnly today) =>
        step.Needs.Any(n => n.Condition is Condition.Within && !n.Condition.Holds(matter, Particulars.Empty, today));

    /// <summary>The roles a matter waits for where it stands, each with the step.</summary>
    public static IEnumerable<Awaited> Awaiting(this Procedure procedure, MatterState matter) =>
        procedure.Stage(matter.Stage!).Awaits.Where(a => Fits(matter, procedure.Steps[a.Step]));

    private static Decision.Moved Move(MatterState matter, Step step, Particulars given, DateOnly today)
    {
        var to = step.To.FirstOrDefault(d => d.When?.Holds(matter, given, today) ?? true)?.Stage ?? matter.Stage!;
        ChildToOpen[] opens = [.. step.Opens.SelectMany(o => given[o.Each].Select(unit => new ChildToOpen(o.Child, o.Part == Opening.SamePart ? matter.Part! : o.Part, unit)))];
        return new Decision.Moved(step, to, given, opens);
    }

    private static Refusal? Bars(this Procedure procedure, MatterState matter, Step step, IReadOnlySet<string> roles)
    {
        // The role comes first: to whom a step is not open, the stage is not told by it either.
        if (!step.By.Any(roles.Contains))
        {
            return new Refusal($"“{step.Title}”由{Names(procedure, step.By)}办理，您现在的职务不能办。", null, step.Basis, null);
        }

        return step.Begins != matter.Stage is null || (!step.Begins && !step.From.Contains(matter.Stage!))
            ? new Refusal(WrongStage(procedure, matter, step), null, step.Basis, null)
            : null;
    }

    private static string WrongStage(Procedure procedure, MatterState matter, Step step) =>
        matter.Stage is null ? $"“{step.Title}”不能用来开始一件“{procedure.Title}”。"
        : step.Begins ? $"此件已经开始，不能再“{step.Title}”。"
        : $"此件现在是“{procedure.Stage(matter.Shown ?? matter.Stage).Title}”，“{step.Title}”只能在“{string.Join("、", step.From.Select(f => procedure.Stage(f).Title))}”时办理。";

    private static string Names(Procedure procedure, IEnumerable<string> roles) =>
        string.Join("、", roles.Select(r => procedure.Roles[r].Title));

    // A need on the child's own part (主办 or 协办) decides whether the step concerns this matter at all.
    private static bool Fits(MatterState matter, Step step) =>
        step.Needs.All(n => n.Condition is not Condition.PartIs part || part.Part == matter.Part);

    private static IEnumerable<Refusal> Unmet(Procedure procedure, MatterState matter, Step step, Particulars? given, DateOnly today)
    {
        foreach (var need in step.Needs)
        {
            if (given is null && Asking.DependsOnFields(need.Condition))
            {
                continue;
            }

            if (!need.Condition.Holds(matter, given ?? Particulars.Empty, today))
            {
                yield return new Refusal(Sentence(procedure, need, matter), Asking.FieldOf(need.Condition), need.Basis ?? step.Basis, need.Remedy);
            }
        }
    }

    private static string Sentence(Procedure procedure, Need need, MatterState matter) => need.Condition switch
    {
        Condition.ChildrenIn children => need.Says.Replace("{who}", string.Join("、", children.Outside(matter)), StringComparison.Ordinal),
        Condition.Within within => need.Says.Replace(
            "{due}",
            matter.Clocks.LastOrDefault(c => c.Limit == within.Limit)?.Due.ToString("yyyy-MM-dd") ?? procedure.Title,
            StringComparison.Ordinal),
        _ => need.Says,
    };
}
