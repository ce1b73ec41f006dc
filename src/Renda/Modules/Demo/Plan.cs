using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>Which stories are told: some at every stage, dates counted from today, the same each time.</summary>
internal sealed partial class Plan
{
    /// <summary>The unit of the demo accounts unit and unithead; unit2 assists from the other.</summary>
    public const string Mine = "省教育厅";
    public const string Helper = "省卫生健康委";

    private readonly Cast cast;
    private readonly WorkDays days;
    private readonly Random chance = new(370000);
    private readonly List<Topic> topics;
    private readonly List<Story> stories = [];
    private int turn = 1;

    private Plan(Cast cast, WorkDays days)
    {
        this.cast = cast;
        this.days = days;
        topics = [.. Topic.All.OrderBy(_ => chance.Next())];
    }

    private Person Deputy => cast.AllDeputies[0];

    private Person Cosigner => cast.AllDeputies[1];

    public static IReadOnlyList<Story> Stories(Cast cast, WorkDays days)
    {
        var plan = new Plan(cast, days);
        plan.BeforeUnits();
        plan.InHand();
        plan.Returned();
        plan.Extended();
        plan.Answered();
        plan.Closed();
        plan.Together();
        plan.Separately();
        return plan.stories;
    }

    /// <summary>A story that begins on a working day, about the next topic of a unit.</summary>
    private Story New(DateOnly begins, string? unit = null, Person? lead = null, params Person[] cosigners)
    {
        var topic = topics.First(t => unit is null ? t.Unit != Mine : t.Unit == unit);
        topics.Remove(topic);
        lead ??= cast.AllDeputies[turn = turn >= cast.AllDeputies.Count - 1 ? 2 : turn + 1];
        var story = new Story(topic, lead, cast, days, chance, begins) { Cosigners = [.. cosigners] };
        stories.Add(story);
        return story;
    }

    /// <summary>A story handed to its units so many days ago. Every second one has co-signers, most have assisting units.</summary>
    private Story Handed(int daysAgo, string? unit = null, Person? lead = null, bool assisted = false)
    {
        Person[] cosigners = stories.Count % 2 == 0 ? [] : [.. cast.AllDeputies.Skip(turn % 50 + 4).Take(1 + stories.Count % 3).Prepend(stories.Count % 8 == 1 ? Cosigner : null!).Where(p => p is not null && p != lead)];
        var story = New(days.Before(days.Ago(daysAgo), 5), unit, lead, cosigners);
        story.Cosigners.Remove(story.Lead);
        if (assisted || stories.Count % 5 < 3)
        {
            story.Assisting.AddRange(story.Topic.Assisting.Select(cast.Unit));
        }

        return story.ToUnits();
    }

    /// <summary>Signed, opined, talked over: ready to be answered about five weeks after the hand-over.</summary>
    private Story Prepared(int daysAgo, string? unit = null, Person? lead = null) => Handed(daysAgo, unit, lead).SignAll().OpineAll(8).Contact(4);

    private string Kind() => chance.Next(10) switch { < 7 => "solved", < 9 => "later", _ => "contrary" };

    private void BeforeUnits()
    {
        New(days.Ago(1), lead: Deputy).Draft();
        New(days.Ago(4), lead: Deputy, cosigners: [Cosigner]).Draft();
        New(days.Ago(6), lead: Deputy, cosigners: [.. cast.AllDeputies.Skip(2).Take(3)]).Draft().Confirm(1);
        New(days.Ago(3), lead: Cosigner, cosigners: [Deputy, cast.AllDeputies[9]]).Draft();
        New(days.Ago(5), lead: cast.AllDeputies[12], cosigners: [Deputy, Cosigner]).Draft().Confirm(1);
        New(days.Ago(9), lead: cast.AllDeputies[20]).Draft();
        New(days.Ago(12), lead: cast.AllDeputies[2], cosigners: [cast.AllDeputies[3]]).Draft();
        New(days.Ago(9), lead: Deputy, cosigners: [Cosigner]).Draft().Confirm().Submit().Return();
        foreach (var ago in (int[])[8, 11, 15])
        {
            New(days.Ago(ago)).Draft().Submit().Return(2);
        }

        foreach (var ago in (int[])[1, 1, 2, 3, 4, 5, 6, 8, 10, 13])
        {
            New(days.Before(days.Ago(ago), 1)).Draft().Submit();
            New(days.Before(days.Ago(ago), 2), ago == 3 ? Mine : null).Draft().Submit().File();
        }

        foreach (var ago in (int[])[40, 120, 210])
        {
            New(days.Ago(ago)).Draft().Submit().AsLetter(2);
            New(days.Ago(ago + 17)).Draft().Submit().Decline(3);
            New(days.Ago(ago + 33)).Draft().Submit().File().Withdraw(1);
        }
    }
}
