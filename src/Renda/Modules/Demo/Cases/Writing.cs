using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>Writes a simulated course down as a case: with words an office would use, at hours at which it works.</summary>
internal sealed class Writing(Cast cast, Matter about, Random chance)
{
    private readonly Vocabulary vocabulary = new(about.About, chance, cast);

    /// <param name="depth">What names another case follows on it later in the day, so that each finds the other as it was planned.</param>
    /// <param name="alone">No other case depends on the hour.</param>
    public Case Write(Guid id, Procedure procedure, (IReadOnlyList<SimulatedAct> Acts, Course End) course, int depth, bool alone)
    {
        List<CaseAct> acts = [];
        foreach (var day in course.Acts.GroupBy(a => a.On))
        {
            var minute = 550 + (depth * 160) + chance.Next(alone ? 300 : 20);
            foreach (var act in day)
            {
                minute += chance.Next(4, 12);
                var at = day.Key.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(minute).AddHours(-8).AddSeconds(chance.Next(60));
                acts.Add(new CaseAct(at, act.Member, act.Step, act.Actor, Worded(act, course.End.ProcedureOf(act.Member)), act.Stage));
            }
        }

        return new Case(id, procedure, about.Title, acts, course.End.Children);
    }

    private Particulars Worded(SimulatedAct act, Procedure procedure)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(act.Given.Values, StringComparer.Ordinal);
        foreach (var field in act.Step.Asks.Where(f => f.Type is FieldType.Text or FieldType.LongText && values.ContainsKey(f.Id)))
        {
            values[field.Id] = [act.Member == Course.Whole && field.Id == "title" ? about.Title : vocabulary.For(procedure.Id, field, act.On, act.Given.One("kind"))];
        }

        return new Particulars(values);
    }
}
