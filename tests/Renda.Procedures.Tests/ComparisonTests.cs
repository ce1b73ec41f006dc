using Renda.Procedures.Tests.Files;
using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>Conditions that compare, each on both sides of its bound.</summary>
public sealed class ComparisonTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string, string, bool> Cases() => new()
    {
        { "{number: for, more-than: 1/2, of: members}", "for=31 members=60", true },
        { "{number: for, more-than: 1/2, of: members}", "for=30 members=60", false },
        { "{number: for, at-least: 2/3, of: members}", "for=40 members=60", true },
        { "{number: for, at-least: 2/3, of: members}", "for=39 members=60", false },
        { "{number: hours, at-least: 24}", "hours=24", true },
        { "{number: hours, at-least: 24}", "hours=23.5", false },
        { "{number: hours, at-most: 24}", "hours=25", false },
        { "{sum: [for, against, abstain], exactly: 1, of: present}", "for=30 against=5 abstain=5 present=40", true },
        { "{sum: [for, against, abstain], exactly: 1, of: present}", "for=30 against=5 abstain=6 present=40", false },
        { "{sum: [for, against, abstain], exactly: 1, of: present}", "for=30 present=31", false },
        { "{count: people, at-least: 2}", "people=a people=b", true },
        { "{count: people, at-least: 2}", "people=a", false },
        { "{date: on, not-before: since}", "on=2026-01-02 since=2026-01-02", true },
        { "{date: on, not-before: since}", "on=2026-01-01 since=2026-01-02", false },
        { "{date: on, after: since}", "on=2026-01-02 since=2026-01-02", false },
        { "{date: on, after: since}", "on=2026-01-03 since=2026-01-02", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_holds_on_one_side_of_its_bound(string condition, string given, bool holds)
    {
        var read = ConditionReader.Read(RuleNode.Parse(new RuleFile("x.yaml", condition)));
        var particulars = Particulars.Of([.. given.Split(' ').Select(p => (p.Split('=')[0], p.Split('=')[1]))]);
        Assert.Equal(holds, read.Holds(MatterState.None, particulars, Today));
    }

    [Fact]
    public void A_minimum_is_over_the_day_after_its_last_day_and_never_before_it_began()
    {
        var clock = new Clock("notice", Today, new(2026, 3, 9), new(2026, 3, 9), false, true, []);
        var state = MatterState.None with { Clocks = [clock] };
        Condition complete = new Condition.Complete("notice", "on");
        Assert.False(complete.Holds(state, Particulars.Of(("on", "2026-03-09")), Today));
        Assert.True(complete.Holds(state, Particulars.Of(("on", "2026-03-10")), Today));
        Assert.False(complete.Holds(MatterState.None, Particulars.Of(("on", "2026-03-10")), Today));
        Assert.False(complete.Holds(state, Particulars.Empty, new(2026, 3, 9)));
    }

    [Fact]
    public void Who_rectified_does_not_verify()
    {
        var state = MatterState.None with { Actor = "a", Acts = [new(1, "rectify", Today, Particulars.Empty, "a")] };
        Assert.False(new Condition.OtherActor("rectify").Holds(state, Particulars.Empty, Today));
        Assert.True(new Condition.OtherActor("rectify").Holds(state with { Actor = "b" }, Particulars.Empty, Today));
    }

    [Theory]
    [InlineData(19, 30, true)]
    [InlineData(20, 30, false)]
    [InlineData(500, 0, true)]
    public void A_tally_keeps_this_year_within_its_share_of_the_last(int thisYear, int lastYear, bool holds)
    {
        var state = MatterState.None with { Tallies = new Dictionary<string, Tally> { ["approve"] = new(thisYear, lastYear) } };
        Assert.Equal(holds, new Condition.TallyWithin("approve", new Share(2, 3)).Holds(state, Particulars.Empty, Today));
    }

    [Fact]
    public void An_inspection_waits_for_the_findings_that_name_it()
    {
        Condition closed = new Condition.LinkedIn("finding", ["closed"], Some: true);
        Assert.False(closed.Holds(MatterState.None, Particulars.Empty, Today));
        Assert.False(closed.Holds(With("closed", "rectifying"), Particulars.Empty, Today));
        Assert.True(closed.Holds(With("closed", "closed"), Particulars.Empty, Today));

        static MatterState With(params string[] stages) => MatterState.None with { Linked = [.. stages.Select(s => new ChildState("finding", null, s, s))] };
    }
}
