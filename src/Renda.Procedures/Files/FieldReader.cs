namespace Renda.Procedures;

/// <summary>Reads what a step asks.</summary>
internal static class FieldReader
{
    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = FieldType.Text,
        ["long-text"] = FieldType.LongText,
        ["date"] = FieldType.Date,
        ["number"] = FieldType.Number,
        ["choice"] = FieldType.Choice,
        ["person"] = FieldType.Person,
        ["persons"] = FieldType.Persons,
        ["unit"] = FieldType.Unit,
        ["units"] = FieldType.Units,
        ["papers"] = FieldType.Papers,
        ["yes-no"] = FieldType.YesNo,
    };

    public static Field Read(string id, RuleNode node)
    {
        var type = node.Get("type");
        var required = node.Maybe("required");
        var field = new Field
        {
            Id = id,
            Title = node.Text("title"),
            Type = Types.TryGetValue(type.Text(), out var known) ? known : throw type.Error($"没有“{type.Text()}”这种字段；可用：{string.Join("、", Types.Keys)}。"),
            Required = required?.Scalar is not null && node.Flag("required"),
            RequiredWhen = required?.Map is not null ? ConditionReader.Read(required) : null,
            MustBeYes = node.Flag("must-be-yes"),
            Choices = node.Entries("choices").ToDictionary(e => e.Key, e => e.Node.Text()),
            Max = node.Maybe("max") is null ? null : node.Whole("max"),
            Bound = node.MaybeText("bound"),
            Hint = node.MaybeText("hint"),
        };
        node.Done();
        return field.Type == FieldType.Choice && field.Choices.Count == 0 ? throw node.Error($"选择字段“{id}”没有选项。")
            : field.Bound is not (null or "today" or "after-today") ? throw node.Error("bound 只能是 today 或 after-today。")
            : field;
    }
}

/// <summary>Reads conditions. A map of one key is one condition; several entries in a list must all hold.</summary>
internal static class ConditionReader
{
    public static Condition Read(RuleNode node)
    {
        if (node.Items is { } all)
        {
            return new Condition.All([.. all.Select(Read)]);
        }

        var condition = One(node);
        node.Done();
        return condition;
    }

    private static Condition One(RuleNode node) =>
        node.MaybeText("field") is { } field ? (node.MaybeText("differs-from") is { } other
            ? new Condition.FieldsDiffer(field, other)
            : new Condition.FieldIs(field, node.Texts("is")))
        : node.MaybeText("last") is { } last ? new Condition.LastIs(last, node.Text("with"), node.Texts("is"))
        : node.MaybeText("taken") is { } taken ? new Condition.Taken(taken, node.Texts("since"))
        : node.MaybeText("no-party") is { } party ? new Condition.NoParty(party)
        : node.MaybeText("part") is { } part ? new Condition.PartIs(part)
        : node.MaybeText("children") is { } child ? new Condition.ChildrenIn(child, node.MaybeText("as"), node.Texts("in"))
        : node.MaybeText("within") is { } limit ? new Condition.Within(limit)
        : node.Maybe("not") is { } not ? new Condition.Not(Read(not))
        : node.Maybe("any") is { Items: { } any } ? new Condition.Any([.. any.Select(Read)])
        : throw node.Error("读不懂这个条件；可用：field、last、taken、no-party、part、children、within、not、any。");
}
