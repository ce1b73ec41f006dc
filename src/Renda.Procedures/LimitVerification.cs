namespace Renda.Procedures;

/// <summary>Whether a limit can start, can stop and speaks of things that exist.</summary>
internal static class LimitVerification
{
    public static IEnumerable<Defect> Verify(Procedure p, TimeLimit limit)
    {
        string[] here = ["limits", limit.Id];
        return [.. Ends(p, limit, here), .. Extension(p, limit, here), .. Fields(p, limit, here)];
    }

    private static IEnumerable<Defect> Ends(Procedure p, TimeLimit limit, string[] here)
    {
        if (limit.From.Count == 0 || limit.Until.Count == 0)
        {
            yield return new Defect($"期限“{limit.Id}”要写由哪一步起算（from）、到哪一步为止（until）。", here);
        }

        foreach (var (key, act) in limit.From.Select(a => ("from", a)).Concat(limit.Until.Select(a => ("until", a))).Where(a => !Known(p, a.Item2)))
        {
            yield return new Defect($"期限“{limit.Id}”提到的步骤“{act}”没有定义。", [.. here, key, act]);
        }

        foreach (var into in limit.Into.Where(id => p.Stages.All(s => s.Id != id)))
        {
            yield return new Defect($"期限“{limit.Id}”提到的环节“{into}”没有定义。", [.. here, "into", into]);
        }

        foreach (var act in limit.From.Where(a => p.Steps.TryGetValue(a, out var step) && !Leads(step, limit.Into)))
        {
            yield return new Defect($"期限“{limit.Id}”由“{act}”起算，但这一步走不到 into 所写的环节。", [.. here, "from", act]);
        }
    }

    private static IEnumerable<Defect> Extension(Procedure p, TimeLimit limit, string[] here)
    {
        if (limit.Extends is { } extends && !p.Limits.ContainsKey(extends))
        {
            yield return new Defect($"期限“{limit.Id}”延长的“{extends}”没有定义。", [.. here, "extends"]);
        }

        if (limit.FromEnd && limit.Extends is null)
        {
            yield return new Defect($"期限“{limit.Id}”自原期限末日续算（from-end），但没有写延长哪个期限（extends）。", [.. here, "from-end"]);
        }

        if (limit.Consent is { } consent && !p.Roles.ContainsKey(consent))
        {
            yield return new Defect($"期限“{limit.Id}”的同意人“{consent}”没有定义。", [.. here, "consent"]);
        }
    }

    private static IEnumerable<Defect> Fields(Procedure p, TimeLimit limit, string[] here)
    {
        if (limit.Field is { } field && !limit.From.Any(f => HasDate(p, f, field)))
        {
            yield return new Defect($"期限“{limit.Id}”取自字段“{field}”，但起算的步骤没有这个日期字段。", [.. here, "field"]);
        }

        foreach (var (act, day) in limit.Dated.Where(d => !limit.From.Contains(d.Key) || !HasDate(p, d.Key, d.Value)))
        {
            yield return new Defect($"期限“{limit.Id}”说“{act}”的起算日写在字段“{day}”，但它不由这一步起算，或者这一步没有这个日期字段。", [.. here, "dated", act]);
        }

        // The condition is asked of the act that starts the limit.
        List<Step> starting = [.. limit.From.Select(p.Steps.GetValueOrDefault).OfType<Step>()];
        foreach (var defect in limit.When is { } when ? ConditionVerification.Verify(p, starting, when) : [])
        {
            yield return new Defect($"期限“{limit.Id}”的条件{defect}", [.. here, "when"]);
        }
    }

    // A step without a destination stays where it was taken.
    private static bool Leads(Step step, IReadOnlyList<string> into) =>
        into.Count == 0 || (step.To.Count == 0 ? step.From : step.To.Select(d => d.Stage)).Any(into.Contains);

    private static bool HasDate(Procedure p, string act, string field) =>
        p.Steps.TryGetValue(act, out var step) && step.Asks.Any(a => a.Id == field && a.Type == FieldType.Date);

    private static bool Known(Procedure p, string act) =>
        p.Steps.ContainsKey(act)
        || (act.Split('.') is [var part, var step] && p.Children.Values.Any(c => (c.Parts.Count == 0 ? c.Id == part : c.Parts.ContainsKey(part)) && c.Steps.ContainsKey(step)));
}
