using Renda.Platform.Matters;

namespace Renda.Bench.Seeding;

/// <summary>The passages of a suggestion, as if it had gone all the way to where it stands. The seeded records tell less.</summary>
internal static class Courses
{
    // Each with the most days matters stand in the stage it leaves.
    private static readonly (string Stage, string Step, int Most)[] Way =
        [("submitted", "submit", 0), ("filed", "file", 10), ("handling", "assign", 20), ("replied", "reply", 180), ("settled", "evaluate", 60), ("closed", "close", 30)];

    public static IReadOnlyList<Passage> Of(Random random, Matter root, IEnumerable<Matter> children)
    {
        List<Passage> passages = [];
        if (root.Private)
        {
            return passages;
        }

        var (day, from) = (root.OpenedOn, "");
        foreach (var (stage, step, most) in Way)
        {
            Go(stage, step, most);
            if (stage == root.Stage)
            {
                break;
            }

            if (stage == "replied" && random.Next(10) == 0)
            {
                Go("dissatisfied", "evaluate", 60);
                Go("rehandling", "order-rehandling", 20);
                Go("replied", "reply-again", 60, again: true);
            }
        }

        passages.AddRange(children.Select(c => One(c, 1, "", "assigned", "hand-over", 0, again: false, root.OpenedOn)));
        return passages;

        void Go(string stage, string step, int most, bool again = false)
        {
            var days = random.Next(most + 1);
            day = day.AddDays(days);
            passages.Add(One(root, passages.Count + 1, from, stage, step, days, again, day));
            from = stage;
        }
    }

    private static Passage One(Matter matter, int sequence, string from, string to, string step, int days, bool again, DateOnly on) => new()
    {
        Congress = World.Code,
        MatterId = matter.Id,
        Sequence = sequence,
        Procedure = matter.Procedure,
        FromStage = from,
        ToStage = to,
        Step = step,
        Again = again,
        Days = days,
        On = on,
        UnitId = matter.UnitId,
    };
}
