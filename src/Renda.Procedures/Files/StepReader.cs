namespace Renda.Procedures;

/// <summary>Reads a step.</summary>
internal sealed class StepReader(BasisReader bases)
{
    public Step Read(string id, RuleNode node)
    {
        var step = new Step
        {
            Id = id,
            Title = node.Text("title"),
            From = node.Texts("from"),
            To = node.Maybe("to") switch
            {
                null => [],
                { Items: { } cases } => [.. cases.Select(ReadDestination)],
                var to => [new Destination(to.Text(), null)],
            },
            By = node.Texts("by"),
            Asks = [.. node.Named("asks").Select(e => FieldReader.Read(e.Key, e.Node))],
            Needs = [.. node.List("needs").Select(ReadNeed)],
            As = node.MaybeText("as"),
            Number = node.MaybeText("number"),
            Opens = [.. node.List("opens").Select(ReadOpening)],
            Carries = [.. node.List("carries").Select(ReadCarry)],
            HiddenFrom = node.Texts("hidden-from"),
            Basis = bases.Read(node.Get("basis")),
            Hint = node.MaybeText("hint"),
            Grave = node.Flag("grave"),
            Uncounted = node.Flag("uncounted"),
        };
        node.Maybe("only-if");
        node.Done();
        return step;
    }

    private static Destination ReadDestination(RuleNode node)
    {
        var destination = new Destination(node.Text("stage"), node.Maybe("when") is { } when ? ConditionReader.Read(when) : null);
        node.Done();
        return destination;
    }

    private Need ReadNeed(RuleNode node)
    {
        var need = new Need(
            ConditionReader.Read(node.Get("if")), node.Text("says"), node.MaybeText("remedy"),
            node.Maybe("basis") is { } basis ? bases.Read(basis) : null);
        node.Done();
        return need;
    }

    private static Opening ReadOpening(RuleNode node)
    {
        var opening = new Opening(
            node.Text("child"), node.MaybeText("part"), node.MaybeText("each"), node.MaybeText("title"), node.Texts("gives"),
            node.Maybe("weekly") is { } weekly ? ReadWeekly(weekly) : null);
        node.Done();
        return opening;
    }

    private static Weekly ReadWeekly(RuleNode node)
    {
        var weekly = new Weekly(Named.Read(node.Get("day"), DayOfWeek.Monday), node.Text("from"), node.Text("until"), node.Text("as"));
        node.Done();
        return weekly;
    }

    private static Carry ReadCarry(RuleNode node)
    {
        var carry = new Carry(node.Text("child"), node.Text("step"), node.MaybeText("part"));
        node.Done();
        return carry;
    }
}
