using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>Plans the cases of every procedure but suggestions, which have stories of their own: simulated by the engine that decides
/// on real ones, as far as they have come by today. The same day makes the same cases.</summary>
internal sealed class Casebook
{
    private const int Seed = 370_000;

    // Of so many courses a case could take the most telling one is taken.
    private const int Tries = 5;

    // A finding may name an opinion that names an inspection.
    private const int Deepest = 2;

    private readonly Cast cast;
    private readonly WorkDays days;
    private readonly RuleBook book;
    private readonly WorkCalendar calendar;
    private readonly List<Nameable> known;
    private readonly Random chance = new(Seed);
    private readonly List<Case> cases = [];
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    private Casebook(Cast cast, WorkDays days, RuleBook book, WorkCalendar calendar, IEnumerable<Nameable> stories)
    {
        (this.cast, this.days, this.book, this.calendar) = (cast, days, book, calendar);
        known = [.. stories];
    }

    /// <param name="stories">Suggestions the cases may name.</param>
    public static IReadOnlyList<Case> Of(Cast cast, WorkDays days, RuleBook book, WorkCalendar calendar, IEnumerable<Nameable> stories)
    {
        var written = new Casebook(cast, days, book, calendar, stories);
        foreach (var kind in Kind.All)
        {
            foreach (var (ago, n) in kind.Ago.Select((ago, n) => (ago, n)))
            {
                // Some were left lying for weeks: that is how things become overdue. Some did not go as they should.
                written.Plan(kind, written.days.Ago(ago), days.Ago(n % 4 == 1 ? Math.Min(ago / 2, 50) : 1), target: null, depth: 0, tidy: n % 5 != 3);
            }
        }

        return written.cases;
    }

    private Case? Plan(Kind kind, DateOnly begins, DateOnly until, (Nameable Matter, string About)? target, int depth, bool tidy)
    {
        if (book.Find(kind.Procedure, Cast.Jurisdiction, begins).Procedure is not { } text)
        {
            return null;
        }

        var procedure = InOffice(text);
        var about = target is { } named ? kind.After(named.About) : kind.About[(used[kind.Procedure] = used.GetValueOrDefault(kind.Procedure, -1) + 1) % kind.About.Count];
        var id = Guid.NewGuid();
        var first = chance.Next();
        var runs = (from seed in Enumerable.Range(first % (1 << 20), tidy ? Tries : 1)
                    let run = Run(procedure, about.Title, seed, begins, until, target?.Matter, id, [])
                    where run.Acts.Count > 0 && (target is null || run.Acts.Any(a => Names(a, target.Value.Matter.Id)))
                    orderby Merit(run.Acts) descending
                    select (seed, run)).ToList();
        if (runs.Count == 0)
        {
            return null;
        }

        var (chosen, course) = runs[0];
        var naming = depth < Deepest ? Naming(procedure, id, about.About, course, until, depth) : [];
        if (naming.Count > 0)
        {
            course = Run(procedure, about.Title, chosen, begins, until, target?.Matter, id, naming);
        }

        var planned = new Writing(cast, about, new Random(chosen)).Write(id, procedure, course, naming.Count > 0 ? 0 : depth, alone: naming.Count == 0 && target is null);
        cases.Add(planned);
        known.Add(planned.AsNameable());
        return planned;
    }

    /// <summary>Without what the public itself does: nobody of the office plays that.</summary>
    public static Procedure InOffice(Procedure text) =>
        text with { Steps = text.Steps.Where(s => Casting.PublicRole(text, s.Key) is null).ToDictionary(StringComparer.Ordinal) };

    private (IReadOnlyList<SimulatedAct> Acts, Course End) Run(Procedure procedure, string title, int seed, DateOnly begins, DateOnly until, Nameable? target, Guid id, IReadOnlyList<Case> naming)
    {
        var source = new OfficeSource(cast, procedure, title, new Random(seed), begins, known, target, (id, naming));
        return new Simulation(procedure, calendar, source, seed).Run(begins, until, new Habits(Pace: 6 + (seed % 15), Wandering: 12, Most: 4));
    }

    // What the procedure asks about elsewhere: begun where the case waits for it, or half-way through. Until then nothing is different.
    private List<Case> Naming(Procedure procedure, Guid id, string about, (IReadOnlyList<SimulatedAct> Acts, Course End) course, DateOnly until, int depth)
    {
        List<Case> naming = [];
        var seen = course.Acts.FirstOrDefault(a => a.Member == Course.Whole && !procedure.Stage(a.Stage).Private);
        if (seen is null)
        {
            return naming;
        }

        foreach (var asked in procedure.Linking.Where(l => l != procedure.Id))
        {
            var last = (course.End.Ended ? course.Acts[course.Acts.Count / 2] : course.Acts[^1]).On;
            var begins = days.After(last, chance.Next(2, 8));
            var needed = procedure.Conditions().OfType<Condition.LinkedIn>().Any(l => l.Some && l.Procedure == asked);
            if (begins < until && (needed || chance.Next(3) == 0) && Kind.All.FirstOrDefault(k => k.Procedure == asked) is { } kind
                && Plan(kind, begins, until, (new Nameable(id, procedure, seen.On, null), about), depth + 1, tidy: true) is { } other)
            {
                naming.Add(other);
            }
        }

        return naming;
    }

    private static bool Names(SimulatedAct act, Guid id) => act.Given.Values.Values.Any(v => v.Contains($"{id}"));

    // Many different steps, few that end somebody's work, little again and again.
    private static double Merit(IReadOnlyList<SimulatedAct> acts)
    {
        var distinct = acts.Select(a => a.Step).Distinct().Count();
        return distinct - (4 * acts.Count(a => a.Step.Grave)) - (acts.Count - distinct);
    }
}
