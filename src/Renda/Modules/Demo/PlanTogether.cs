using Renda.Platform.Access;

namespace Renda.Modules.Demo;

internal sealed partial class Plan
{
    // The same asked for in other places: one unit answers them together.
    private void Together()
    {
        var alike = Topic.All.Where(t => t.Unit == Mine).GroupBy(t => t.Answer).Take(2).Select(g => g.ToList()).ToList();
        foreach (var (topic, lead) in alike[0].Take(3).Zip([Deputy, cast.AllDeputies[6], cast.AllDeputies[14]]))
        {
            About(topic, lead, 62, "answered").ToUnits().SignAll();
        }

        foreach (var (topic, lead) in alike[1].Take(2).Zip([Cosigner, cast.AllDeputies[22]]))
        {
            About(topic, lead, 24, "running").ToUnits().SignAll();
        }
    }

    // What two units can do without each other: each has its own part.
    private void Separately()
    {
        var topic = Topic.All.First(t => t.Unit == Mine && t.Assisting.Contains(Helper) && t.Proposals.Count == 3);
        var story = About(topic, Deputy, 40, group: null).Draft().Submit().File();
        story.Add(1, story.Clerk(), "split",
            ("unit-1", $"{cast.Unit(Mine).Id}"), ("content-1", $"{topic.Proposals[0]}；{topic.Proposals[2]}"), ("unit-2", $"{cast.Unit(Helper).Id}"), ("content-2", topic.Proposals[1]));
    }

    private Story About(Topic topic, Person lead, int daysAgo, string? group)
    {
        var story = new Story(topic, lead, cast, days, chance, days.Before(days.Ago(daysAgo), 5)) { Joint = group };
        stories.Add(story);
        return story;
    }
}
