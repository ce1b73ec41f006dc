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

        return procedure.Bars(matter, found, roles) is { } bar ? new Decision.Refused([bar]) : procedure.Decide(matter, found, today, Asking.Tidy(found, given));
    }

    /// <summary>Decides on a step open to whoever acts, with tidy answers.</summary>
    internal static Decision Decide(this Procedure procedure, MatterState matter, Step found, DateOnly today, Particulars tidy)
    {
        List<Refusal> reasons = [.. Asking.Refusals(found, tidy, matter, today), .. Unmet(procedure, matter, found, tidy, today), .. Weeks(found, tidy)];
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
        procedure.Steps.Values.Where(s => procedure.Bars(matter, s, roles) is null && Fits(procedure, matter, s));

    /// <summary>True when the time in which the step could be taken is over.</summary>
    public static bool Lapsed(MatterState matter, Step step, DateOnly today) =>
        step.Needs.Any(n => n.Condition is Condition.Within && !n.Condition.Holds(matter, Particulars.Empty, today));

    /// <summary>The roles a matter waits for where it stands, each with the step.</summary>
    public static IEnumerable<Awaited> Awaiting(this Procedure procedure, MatterState matter) =>
        procedure.Stage(matter.Stage!).Awaits.Where(a => Fits(procedure, matter, procedure.Steps[a.Step]));

    private static Decision.Moved Move(MatterState matter, Step step, Particulars given, DateOnly today)
    {
        var to = step.To.Count == 0 ? matter.Stage! : step.To.FirstOrDefault(d => d.When?.Holds(matter, given, today) ?? true)?.Stage ?? matter.Stage!;
        return new Decision.Moved(step, to, given, step.Opens.Count == 0 ? [] : [.. step.Opens.SelectMany(o => Open(matter, o, given))]);
    }

    private static IEnumerable<ChildToOpen> Open(MatterState matter, Opening opening, Particulars given)
    {
        var part = opening.Part == Opening.SamePart ? matter.Part : opening.Part;
        IReadOnlyList<string?> days = opening.Weekly is { } weekly ? [.. weekly.Days(given).Select(d => $"{d:yyyy-MM-dd}")] : [null];
        foreach (var named in opening.Each is { } each ? given[each] : (IReadOnlyList<string?>)[null])
        {
            foreach (var day in days)
            {
                yield return new ChildToOpen(opening.Child, part, named, Title(opening, given, day), Handed(opening, given, day));
            }
        }
    }

    private static Particulars Handed(Opening opening, Particulars given, string? day)
    {
        var handed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in opening.Gives)
        {
            if (given[field] is { Count: > 0 } values)
            {
                handed[field] = values;
            }
        }

        if (day is not null)
        {
            handed[opening.Weekly!.As] = [day];
        }

        return new Particulars(handed);
    }

    // Days of a weekly plan are told apart by their date.
    private static string? Title(Opening opening, Particulars given, string? day) =>
        day is null ? (opening.Title is { } title ? given.One(title) : null) : $"{given.One(opening.Title ?? "title")} {day}".Trim();

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

    // A need on the child's own part (主办 or 协办), or on how the matter began, decides whether the step concerns this matter at all.
    private static bool Fits(Procedure procedure, MatterState matter, Step step) =>
        step.Needs.All(n => n.Condition is Condition.PartIs part ? part.Part == matter.Part
            : matter.Stage is null || !IsSettled(procedure, n.Condition) || n.Condition.Holds(matter, Particulars.Empty, default));

    // A matter begins once: whether it began by a step never changes.
    private static bool IsSettled(Procedure procedure, Condition condition) => condition switch
    {
        Condition.Not not => IsSettled(procedure, not.Other),
        Condition.Taken { Since.Count: 0 } taken => procedure.Steps.TryGetValue(taken.Step, out var step) && step.Begins,
        _ => false,
    };

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
                yield return new Refusal(Sentence(procedure, need, matter, given ?? Particulars.Empty, today), Asking.FieldOf(need.Condition), need.Basis ?? step.Basis, need.Remedy);
            }
        }
    }

    private static IEnumerable<Refusal> Weeks(Step step, Particulars given) =>
        from weekly in step.Weekly
        let weeks = weekly.Days(given).Count()
        where weeks is 0 or > Weekly.Most && given[weekly.Until].Count > 0
        select new Refusal(weeks == 0 ? "所填的起止日期之间一次也排不上。" : $"所填的起止日期之间多于 {Weekly.Most} 次。", weekly.Until, step.Basis, "请核对起止日期。");

    private static string Sentence(Procedure procedure, Need need, MatterState matter, Particulars given, DateOnly today) => Told(need.Condition, c => !c.Holds(matter, given, today)) switch
    {
        Condition.ChildrenIn children => Put(need.Says, "{who}", string.Join("、", children.Outside(matter))),
        Condition.LinkedIn linked => Put(need.Says, "{who}", string.Join("、", linked.Outside(matter))),
        Condition.Within within => Put(need.Says, "{due}", Clock(matter, within.Limit)?.Due.ToString("yyyy-MM-dd") ?? procedure.Title),
        Condition.Complete complete => Put(need.Says, "{earliest}", Clock(matter, complete.Limit)?.Due.AddDays(1).ToString("yyyy-MM-dd") ?? $"“{procedure.Limits[complete.Limit].Title}”起算之后"),
        Condition.DayOrder order => Put(need.Says, "{earliest}", $"{order.Earliest(matter, given):yyyy-MM-dd}"),
        Condition.Not { Other: Condition.DayOrder order } => Put(need.Says, "{latest}", $"{order.Earliest(matter, given)?.AddDays(-1):yyyy-MM-dd}"),
        _ => need.Says,
    };

    /// <summary>The places that are filled in where a need is not met.</summary>
    internal static IEnumerable<string> PlacesOf(Condition condition)
    {
        List<Condition> parts = [.. Leaves(condition)];
        return parts.Find(HasPlace) is { } told ? [PlaceOf(told)!] : parts.Select(PlaceOf).OfType<string>();
    }

    private static string? PlaceOf(Condition part) => part switch
    {
        Condition.ChildrenIn or Condition.LinkedIn => "{who}",
        Condition.Within => "{due}",
        Condition.Complete or Condition.DayOrder => "{earliest}",
        Condition.Not { Other: Condition.DayOrder } => "{latest}",
        _ => null,
    };

    // The part of a condition its sentence has a place for: what is missing or too early, else the order of days that fails.
    private static Condition Told(Condition condition, Func<Condition, bool> fails)
    {
        List<Condition> parts = [.. Leaves(condition)];
        return parts.Find(HasPlace) ?? parts.Find(c => c is Condition.DayOrder or Condition.Not { Other: Condition.DayOrder } && fails(c)) ?? condition;
    }

    private static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        Condition.All all => all.Conditions.SelectMany(Leaves),
        Condition.Any any => any.Conditions.SelectMany(Leaves),
        _ => [condition],
    };

    private static bool HasPlace(Condition condition) => condition is Condition.ChildrenIn or Condition.LinkedIn or Condition.Within or Condition.Complete;

    private static Clock? Clock(MatterState matter, string limit) => matter.Clocks.LastOrDefault(c => c.Limit == limit);

    private static string Put(string sentence, string place, string what) => sentence.Replace(place, what, StringComparison.Ordinal);
}
