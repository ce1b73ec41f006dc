using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Tests.Modules.Procedures;

/// <summary>
/// Three suggestions of 2001, small enough to count by hand, and one under a text that came before: begun at a desk no later file has.
/// Written as records alone; the passages are made from them.
/// </summary>
internal static class Stories
{
    public const string Year = "from=2001-01-01&until=2001-12-31";

    public const string Former = """
        procedure: suggestion
        title: 代表建议
        jurisdiction: CN
        in-force: 2000-01-01
        law: 旧办法
        roles:
          office: {title: 代表工作机构, posts: [office-clerk]}
        stages:
          desk: {title: 收文登记}
          filed: {title: 待交办, end: true}
        steps:
          take-in: {title: 收文, to: desk, by: [office], basis: 第一条}
          pass-on: {title: 转交, from: [desk], to: filed, by: [office], basis: 第二条}
        limits: {}
        """;

    public static readonly DateOnly Day = new(2001, 1, 1);

    /// <summary>One handled by the first unit to its end, one of the second that came back, one a draft, one of the former text.</summary>
    public static async Task<(Guid First, Guid Second)> WriteAsync(RendaDb db, RuleShelf rules)
    {
        var text = rules.Book.Find("suggestion", "370000", rules.Today).Procedure!;
        var former = RuleBook.Load([new RuleFile("CN/suggestion.yaml", Former)]).Procedures[0];
        await rules.KeepAsync(db, text);
        db.RuleVersions.Add(new RuleVersion { Version = former.Version, Procedure = "suggestion", Jurisdiction = "CN", InForce = former.InForce, Sources = JsonSerializer.Serialize(former.Sources), FirstSeen = DateTime.UnixEpoch });
        var units = await db.Units.Where(u => u.Handles).OrderBy(u => u.Id).Select(u => u.Id).Take(2).ToListAsync();
        var one = Tell(db, text, units[0], ("draft", "draft", -30), ("submit", "submitted", 0), ("return-for-revision", "revising", 2), ("submit", "submitted", 5), ("file", "filed", 6),
            ("assign", "handling", 8), ("contact", "handling", 10), ("reply", "replied", 68), ("evaluate", "settled", 78), ("close", "closed", 80));
        var two = Tell(db, text, units[1], ("submit", "submitted", 31), ("file", "filed", 32), ("assign", "handling", 34), ("reply", "replied", 64),
            ("evaluate", "dissatisfied", 66), ("order-rehandling", "rehandling", 67), ("reply-again", "replied", 71));
        var draft = Tell(db, text, units[0], ("draft", "draft", 40));
        Tell(db, former, null, ("take-in", "desk", 59), ("pass-on", "filed", 66));
        Clock(db, one, due: 98, stopped: 68);
        Clock(db, one, due: 50, stopped: 68);
        Clock(db, one, due: 50, stopped: 49, replaced: true);
        Clock(db, two, due: 50, stopped: null);
        Clock(db, two, due: 50_000, stopped: null);
        Clock(db, draft, due: 50, stopped: null);
        await db.SaveChangesAsync();
        await db.Passages.ExecuteDeleteAsync();
        db.ChangeTracker.Clear();
        await Passages.FillAsync(db);
        return (units[0], units[1]);
    }

    private static Matter Tell(RendaDb db, Procedure text, Guid? unit, params (string Step, string Stage, int Day)[] acts)
    {
        var last = text.Stage(acts[^1].Stage);
        var matter = new Matter
        {
            Congress = Cast.Code,
            Procedure = "suggestion",
            Version = text.Version,
            Title = "往年的建议",
            Stage = last.Id,
            ShownStage = last.ShownAs ?? last.Id,
            Private = last.Private,
            Ended = last.End,
            OpenedOn = Day,
            UnitId = unit,
            Revision = acts.Length,
        };
        db.Matters.Add(matter);
        foreach (var (act, at) in acts.Select((a, i) => (a, i + 1)))
        {
            db.Records.Add(new Record
            {
                Congress = Cast.Code,
                MatterId = matter.Id,
                Sequence = at,
                Step = act.Step,
                Stage = act.Stage,
                PersonId = null,
                PostId = null,
                At = DateTime.UnixEpoch,
                On = Day.AddDays(act.Day),
                Particulars = "{}",
                Papers = "[]",
                Version = text.Version,
                Basis = "",
                Key = null,
                Previous = "",
            }.Sealed());
        }

        return matter;
    }

    private static void Clock(RendaDb db, Matter of, int due, int? stopped, bool replaced = false) => db.Clocks.Add(new MatterClock
    {
        Congress = of.Congress,
        MatterId = of.Id,
        Procedure = of.Procedure,
        Limit = "reply",
        StartedOn = Day.AddDays(8),
        Unrolled = Day.AddDays(due),
        Due = Day.AddDays(due),
        Derivation = "",
        StoppedOn = stopped is { } day ? Day.AddDays(day) : null,
        Replaced = replaced,
    });
}
