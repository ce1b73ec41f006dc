namespace Renda.Procedures;

/// <summary>Reads a time limit.</summary>
internal sealed class LimitReader(BasisReader bases)
{
    // A hundred years in each unit: what is longer is a slip of the pen and leads beyond the calendar.
    private static readonly Dictionary<LimitUnit, int> Longest = new()
    {
        [LimitUnit.Day] = 36_500,
        [LimitUnit.Workday] = 25_000,
        [LimitUnit.Month] = 1_200,
        [LimitUnit.Year] = 100,
    };

    public TimeLimit Read(string id, RuleNode node)
    {
        var kind = Named.Read(node.Maybe("kind"), LimitKind.Deadline);
        var fixedDay = kind == LimitKind.Fixed;
        var unit = fixedDay ? LimitUnit.Day : Named.Read(node.Get("unit"), LimitUnit.Day);
        var limit = new TimeLimit
        {
            Id = id,
            Title = node.Text("title"),
            Kind = kind,
            Amount = fixedDay ? 0 : Amount(node, unit),
            Unit = unit,
            Field = fixedDay ? node.Text("field") : null,
            Yearly = fixedDay && node.Maybe("day") is { } day ? Yearly(day) : null,
            Start = node.Text("start"),
            From = node.Texts("from"),
            Into = node.Texts("into"),
            Dated = node.Entries("dated").ToDictionary(e => e.Key, e => e.Node.Text()),
            Until = node.Texts("until"),
            Extends = node.MaybeText("extends"),
            FromEnd = node.Flag("from-end"),
            Consent = node.MaybeText("consent"),
            Soft = node.Flag("soft"),
            Window = node.Flag("window"),
            When = node.Maybe("when") is { } when ? ConditionReader.Read(when) : null,
            Basis = bases.Read(node.Get("basis")),
        };
        node.Maybe("on");
        node.Done();
        return limit;
    }

    private static int Amount(RuleNode node, LimitUnit unit) => node.Whole("amount") is var amount && amount <= Longest[unit] ? amount
        : throw node.Get("amount").Error($"期限太长：按这个单位（{node.Text("unit")}）最多写 {Longest[unit]}。");

    private static string Yearly(RuleNode node) =>
        DateOnly.TryParseExact($"2000-{node.Text()}", "yyyy-MM-dd", out _) ? node.Text() : throw node.Error("每年的日期按“月-日”写，如 01-31。");
}
