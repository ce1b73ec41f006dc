using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>Random legal walks through every procedure on file.</summary>
public sealed class SimulationTests
{
    private const int Cases = 6;
    private const int Seeds = 25;
    private const int Acts = 300;

    public static TheoryData<string> Names() => new(Library.Book.Procedures.Select(ProcedureDocument.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_random_walk_ends_and_no_gate_is_skipped(string name)
    {
        var procedure = Library.Book.Procedures.Single(p => ProcedureDocument.Name(p) == name);
        var simulation = new Simulation(procedure, Library.Calendar, PlainAnswers.Instance, seed: 7);
        for (var n = 0; n < Cases; n++)
        {
            var (acts, end) = simulation.Run(new DateOnly(2024, 1, 2));
            Assert.True(end.Ended);
            Replay(procedure, acts);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cases_end_whatever_the_seed(string name) => Assert.All(Enumerable.Range(1, Seeds), seed => Ends(name, seed));

    // Seeds with which a case once went from hand to hand for ever.
    [Theory]
    [InlineData("110000-suggestion", 128)]
    [InlineData("110000-suggestion", 212)]
    public void A_case_that_is_handed_around_comes_back(string name, int seed) => Ends(name, seed);

    [Fact]
    public void The_same_seed_makes_the_same_cases()
    {
        var one = Run(seed: 3);
        Assert.Equal(one, Run(seed: 3));
        Assert.NotEqual(one, Run(seed: 4));

        static List<(int, string, DateOnly)> Run(int seed) =>
            [.. new Simulation(Library.Suggestion("370000"), Library.Calendar, PlainAnswers.Instance, seed).Run(new DateOnly(2026, 1, 5)).Acts.Select(a => (a.Member, a.Step.Id, a.On))];
    }

    private static void Ends(string name, int seed)
    {
        var procedure = Library.Book.Procedures.Single(p => ProcedureDocument.Name(p) == name);
        var (acts, end) = new Simulation(procedure, Library.Calendar, PlainAnswers.Instance, seed).Run(new DateOnly(2024, 1, 2));
        Assert.True(end.Ended && acts.Count <= Acts, $"{acts.Count} acts, in {end.Root.Stage}");
    }

    // A minimum period is never cut short and a later date never goes before an earlier one, whatever the walk.
    private static void Replay(Procedure procedure, IReadOnlyList<SimulatedAct> acts)
    {
        Assert.Equal(acts.OrderBy(a => a.On).Select(a => a.On), acts.Select(a => a.On));
        var course = Course.Of(procedure);
        foreach (var act in acts)
        {
            foreach (var complete in act.Step.Needs.Select(n => n.Condition).OfType<Condition.Complete>())
            {
                var clock = course.State(act.Member).Clocks.Last(c => c.Limit == complete.Limit);
                var by = complete.By is { } field ? act.Given.Day(field)!.Value : act.On;
                Assert.True(by > clock.Due, $"{act.Step.Id} on {by} though {complete.Limit} lasts until {clock.Due}");
            }

            var before = course.State(act.Member) with { Actor = act.Actor, Linked = act.Linked };
            (course, var decision) = course.Take(act.Member, act.Step, act.Actor, act.On, act.Given, Library.Calendar, before);
            Assert.Equal(act.Stage, Assert.IsType<Decision.Moved>(decision).To);
        }

        Assert.True(course.Ended);
    }
}
