namespace Renda.Procedures;

/// <summary>Reads a time limit.</summary>
internal sealed class LimitReader(BasisReader bases)
{
    public TimeLimit Read(string id, RuleNode node)
    {
        var kind = Named.Read(node.Maybe("kind"), LimitKind.Deadline);
        var fixedDay = kind == LimitKind.Fixed;
        var limit = new TimeLimit
        {
            Id = id,
            Title = node.Text("title"),
            Kind = kind,
            Amount = fixedDay ? 0 : node.Whole("amount"),
            Unit = fixedDay ? LimitUnit.Day : Named.Read(node.Get("unit"), LimitUnit.Day),
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

    private static string Yearly(RuleNode node) =>
        DateOnly.TryParseExact($"2000-{node.Text()}", "yyyy-MM-dd", out _) ? node.Text() : throw node.Error("每年的日期按“月-日”写，如 01-31。");
}
