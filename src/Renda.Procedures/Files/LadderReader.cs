using System.Text.RegularExpressions;

namespace Renda.Procedures;

/// <summary>Reads the ladder of reminders.</summary>
internal sealed partial class LadderReader(RuleBook book, IReadOnlySet<string> posts)
{
    private const int Longest = 3650; // Ten years: what is longer is a slip of the pen.

    private readonly IReadOnlyList<Procedure> all = [.. book.Procedures.SelectMany(p => p.Whole())];

    public IReadOnlyList<ReminderRung> Read(RuleNode root)
    {
        root.Text("title");
        // No statute says when to remind: a ladder is the office's own and must say so.
        var provenance = Named.Read(root.Get("provenance"), Provenance.Local);
        if (provenance != Provenance.Local)
        {
            throw root.Get("provenance").Error("提醒没有法律规定，“provenance”应当是 local。");
        }

        List<ReminderRung> rungs = [.. root.Named("rungs").Select(e => Rung(e.Key, e.Node))];
        root.Done();
        return rungs;
    }

    private ReminderRung Rung(string id, RuleNode node)
    {
        var offset = Offset(node);
        var upon = Known(node, "upon", s => all.Any(p => p.Steps.ContainsKey(s)), "步骤");
        if ((offset is null) == (upon.Count == 0))
        {
            throw node.Error("“before”“on-the-day”“after”“upon”恰好写一项：到期之前、当天、之后几天，或者哪些步骤之后。");
        }

        var rung = new ReminderRung
        {
            Id = id,
            Title = node.Text("title"),
            Procedures = Known(node, "procedures", p => all.Any(x => x.Id == p), "程序"),
            Limits = Known(node, "limits", l => all.Any(p => p.Limits.ContainsKey(l)), "期限"),
            Offset = offset,
            Unit = Unit(node),
            Again = node.Maybe("again") is null ? null : Days(node, "again"),
            Upon = upon,
            To = Known(node, "to", t => ReminderPlaces.All.Contains(t) || posts.Contains(t), "提醒对象"),
            Says = Says(node, upon.Count > 0),
        };
        if (rung.Again is not null && offset is null or < 0)
        {
            throw node.Get("again").Error("“again”只能和“after”“on-the-day”一起写：到期以后才反复提醒。");
        }

        node.Done();
        return rung.To.Count > 0 ? rung : throw node.Error("缺少“to”。");
    }

    private static int? Offset(RuleNode node)
    {
        int?[] given =
        [
            node.Maybe("before") is null ? null : -Days(node, "before"),
            node.Flag("on-the-day") ? 0 : null,
            node.Maybe("after") is null ? null : Days(node, "after"),
        ];
        return given.Count(g => g is not null) <= 1 ? given.FirstOrDefault(g => g is not null) : throw node.Error("“before”“on-the-day”“after”只能写一项。");
    }

    private static int Days(RuleNode node, string key) =>
        node.Whole(key) is var days && days <= Longest ? days : throw node.Get(key).Error($"天数太多：最多写 {Longest}。");

    private static LimitUnit Unit(RuleNode node) =>
        Named.Read(node.Maybe("unit"), LimitUnit.Day) is var unit && unit is (LimitUnit.Day or LimitUnit.Workday) ? unit : throw node.Get("unit").Error("“unit”应当是 day 或 workday。");

    private static string Says(RuleNode node, bool upon)
    {
        var says = node.Text("says");
        var foreign = Place().Matches(says).Select(m => m.Value).FirstOrDefault(p => upon || !ReminderRung.Places.Contains(p));
        return foreign is null ? says : throw node.Get("says").Error($"{foreign}没有内容可填。");
    }

    private static IReadOnlyList<string> Known(RuleNode node, string key, Func<string, bool> known, string what)
    {
        var names = node.Texts(key);
        return names.FirstOrDefault(n => !known(n)) is { } unknown ? throw node.Get(key).Error($"{what}“{unknown}”没有定义。") : names;
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
