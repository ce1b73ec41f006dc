using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>What the office makes public of the stories that have ended well.</summary>
internal sealed class Releasing(RendaDb db, RuleShelf rules, Troupe troupe, IEnumerable<IFlow> flows)
{
    private const string Release = "suggestion-release";
    private const int OneIn = 3;

    private readonly Dictionary<Guid, Guid> begun = [];

    /// <summary>Proposed some days after the suggestion is closed, decided on the next working day.</summary>
    public IEnumerable<(DateTime At, Func<Task> Play)> Scenes(IReadOnlyList<Story> stories, WorkDays days)
    {
        foreach (var (story, i) in stories.Where(s => s.Beats[^1].Step == "close").Where((_, i) => i % OneIn == 0).Select((s, i) => (s, i)))
        {
            var closed = DateOnly.FromDateTime(story.Beats[^1].At);
            var (proposed, decided) = (days.After(closed, 3), days.After(closed, 4));
            if (proposed > closed)
            {
                yield return (At(proposed, i), () => ProposeAsync(story));
            }

            if (decided > proposed)
            {
                yield return (At(decided, i), () => DecideAsync(story, withhold: i % 9 == 8));
            }
        }
    }

    private async Task ProposeAsync(Story story)
    {
        var clerk = await troupe.ActorAsync(story.Clerk());
        var view = await MatterView.LoadAsync(db, rules, clerk, troupe.Matters[story.Id]);
        var propose = rules.Book.Find(Release, Cast.Jurisdiction, story.Today).Procedure!.Steps["propose"];
        var text = await flows.Of(Release).AboutAsync(db, view!, propose);
        var given = new Particulars(new Dictionary<string, IReadOnlyList<string>>(text.Values) { ["clean"] = ["yes"] });
        begun[story.Id] = Troupe.Done(await troupe.Acts.BeginAsync(clerk, Release, Request("propose", given)), $"公开《{story.Topic.Title}》");
    }

    private async Task DecideAsync(Story story, bool withhold)
    {
        var request = withhold
            ? Request("withhold", Particulars.Of(("ground", "asked"), ("reason", "代表来电要求此件不公开。")))
            : Request("approve", Particulars.Of(("clean", "yes")));
        Troupe.Done(await troupe.Acts.TakeAsync(await troupe.ActorAsync(story.Head()), begun[story.Id], request), $"审定公开《{story.Topic.Title}》");
    }

    private static ActRequest Request(string step, Particulars given) => new(step, given, Seen: null, Guid.CreateVersion7());

    // In the morning, one after another.
    private static DateTime At(DateOnly day, int i) => day.ToDateTime(new TimeOnly(1, 10), DateTimeKind.Utc).AddMinutes(i % 40);
}
