namespace Renda.Modules.Demo;

internal sealed partial class Plan
{
    private void InHand()
    {
        foreach (var ago in (int[])[1, 2, 3, 4, 6, 9])
        {
            Handed(ago, ago % 2 == 0 ? Mine : null);
            Handed(ago).Sign(ago > 5 ? 2 : 1);
        }

        // Nine in ten run; those handed over more than three months ago are overdue.
        foreach (var ago in (int[])[.. Enumerable.Range(0, 40).Select(i => 8 + i * 2), 86, 88, 89, 90, 91, 95, 99, 104, 112, 125])
        {
            var story = Handed(ago, stories.Count % 4 == 0 ? Mine : null).SignAll(stories.Count % 3 + 1);
            if (ago > 20 && stories.Count % 2 == 0)
            {
                story.OpineAll(6);
            }

            if (ago > 24 && stories.Count % 3 != 0)
            {
                story.Contact(5);
            }
        }
    }

    private void Returned()
    {
        foreach (var (ago, unit) in (IEnumerable<(int, string?)>)[(4, Mine), (5, null), (6, null), (8, "省高级人民法院")])
        {
            var story = Handed(ago, unit);
            story.Sign().AskReturn(story.Unit, 1, "省农业农村厅");
        }

        foreach (var (ago, unit) in (IEnumerable<(int, string)>)[(12, Mine), (30, "省公安厅"), (55, "省民政厅"), (80, "省发展改革委")])
        {
            var story = Handed(ago, unit).Sign();
            story.AskReturn(story.Unit, 1, "省农业农村厅").Reassign(cast.Unit("省农业农村厅"), 2).Sign(2);
        }

        foreach (var ago in (int[])[16, 34])
        {
            var story = Handed(ago, "省生态环境厅").Sign();
            story.AskReturn(story.Unit, 1, "省住房城乡建设厅").RefuseReturn(story.Unit, 2);
        }

        foreach (var ago in (int[])[20, 44])
        {
            var story = Handed(ago, "省人力资源社会保障厅", assisted: true).Sign();
            foreach (var unit in story.Assisting.ToList())
            {
                story.Release(unit, 3);
            }
        }
    }

    private void Extended()
    {
        foreach (var (ago, unit) in (IEnumerable<(int, string?)>)[(74, Mine), (80, "省交通运输厅"), (85, "省住房城乡建设厅"), (89, "省人民检察院")])
        {
            var story = Prepared(ago, unit);
            story.AskExtension(story.To(ago % 4 + 2));
        }

        foreach (var (ago, unit) in (IEnumerable<(int, string?)>)[(98, Mine), (107, "省农业农村厅"), (118, "省民政厅"), (133, Mine), (152, "省发展改革委"), (178, null), (191, null)])
        {
            var story = Prepared(ago, unit);
            story.AskExtension(story.To(ago - 76)).GrantExtension(3);
        }

        foreach (var ago in (int[])[72, 83])
        {
            Prepared(ago).AskExtension(25).RefuseExtension(3);
        }
    }

    private void Answered()
    {
        foreach (var (ago, i) in ((int[])[38, 42, 47, 52, 56, 60, 66, 71, 77, 82, 88, 93, 97, 104]).Select((ago, i) => (ago, i)))
        {
            var story = Prepared(ago, i % 4 == 0 ? Mine : null, i < 3 ? Deputy : i == 3 ? Cosigner : null);
            story.Reply(story.To(3 + i * 2), i == 1 ? "planned" : Kind(), promisedIn: 90);
        }

        foreach (var (ago, i) in ((int[])[3, 11, 20, 27, 38, 44]).Select((ago, i) => (ago, i)))
        {
            var story = Prepared(ago + 85, i % 3 == 0 ? Mine : null, i == 1 ? Deputy : null).Reply(12, Kind());
            story.Evaluate(story.To(ago), "basically", "dissatisfied");
        }

        foreach (var ago in (int[])[4, 10, 18])
        {
            var story = Twice(ago + 100);
            story.Evaluate(story.To(ago), "dissatisfied", "dissatisfied");
        }

        foreach (var (promised, i) in ((int[])[-21, -6, 2, 9, 25, 40, 64, 90, 130, 200]).Select((p, i) => (p, i)))
        {
            Prepared(75 + i * 9, i % 3 == 0 ? Mine : null, i == 4 ? Deputy : null).Reply(10, "planned", promised).Evaluate(5);
        }

        foreach (var ago in (int[])[110, 140])
        {
            Prepared(ago).Reply(10, "planned", -30).Evaluate(4).ExplainChange(20, 45);
        }
    }

    // Answered, found wanting, answered again.
    private Story Twice(int daysAgo, string? unit = null) =>
        Prepared(daysAgo, unit).Reply(12, "later").Evaluate(4, "basically", "dissatisfied").Contact(6).ReplyAgain(5, "later");

    private void Closed()
    {
        for (var i = 0; i < 6; i++)
        {
            Prepared(56 + i * 4, i == 0 ? Mine : null, i == 2 ? Deputy : null).Reply(8, Kind()).Evaluate(4, result: i == 1 ? "basically" : "satisfied");
        }

        for (var i = 0; i < 50; i++)
        {
            var (ago, unit) = (62 + i * 5, i % 6 == 0 ? Mine : null);
            var story = (i % 10) switch
            {
                3 when ago > 130 => Twice(ago, unit).Evaluate(5),
                6 when ago > 130 => Twice(ago, unit).Evaluate(5, "dissatisfied", "dissatisfied").Settle(5),
                5 when ago > 130 => Prepared(ago, unit).Reply(8, "planned", 60 - ago).Evaluate(4).Fulfil(25),
                7 => Prepared(ago, unit).Reply(8, Kind()).NoResponse(12),
                _ => Prepared(ago, unit, i % 12 == 4 ? Deputy : i % 12 == 8 ? Cosigner : null).Reply(chance.Next(3, 12), Kind()).Evaluate(chance.Next(2, 7), result: i % 4 == 0 ? "basically" : "satisfied"),
            };
            story.Close(chance.Next(1, 4));
        }

        Handed(34).Sign(1).Withdraw(6);
    }
}
