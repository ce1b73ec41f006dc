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
        ["matter"] = FieldType.Matter,
        ["matters"] = FieldType.Matters,
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
            Min = node.Maybe("min") is null ? null : node.Whole("min"),
            Max = node.Maybe("max") is null ? null : node.Whole("max"),
            Party = node.MaybeText("party"),
            Posts = node.Texts("posts"),
            Handles = node.Flag("handles"),
            Of = node.Texts("of"),
            Carried = node.Flag("carried"),
            Bound = node.MaybeText("bound"),
            Hint = node.MaybeText("hint"),
        };
        node.Done();
        return field.Type == FieldType.Choice && field.Choices.Count == 0 ? throw node.Error($"选择字段“{id}”没有选项。")
            : field.Bound is not (null or "today" or "after-today") ? throw node.Error("bound 只能是 today 或 after-today。")
            : field.Type is FieldType.Matter or FieldType.Matters != field.Of.Count > 0 ? throw node.Error("of 写明可以引用哪些程序的事项，只用于 matter 和 matters。")
            : field.Carried && (field.Of.Count == 0 || field.Required) ? throw node.Error("carried 只用于不必填的 matter 和 matters。")
            : field.Party is not null && field.Type is not (FieldType.Person or FieldType.Persons or FieldType.Unit or FieldType.Units) ? throw node.Error("party 只用于人员和单位字段。")
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
        : node.MaybeText("children") is { } child ? new Condition.ChildrenIn(child, node.MaybeText("as"), node.Texts("in"), node.Flag("some"))
        : node.MaybeText("within") is { } limit ? new Condition.Within(limit)
        : node.Maybe("not") is { } not ? new Condition.Not(Read(not))
        : node.Maybe("any") is { Items: { } any } ? new Condition.Any([.. any.Select(Read)])
        : node.MaybeText("number") is { } number ? Measure(node, [number], counts: false)
        : node.Texts("sum") is { Count: > 0 } sum ? Measure(node, sum, counts: false)
        : node.MaybeText("count") is { } counted ? Measure(node, [counted], counts: true)
        : node.MaybeText("date") is { } day ? new Condition.DayOrder(day, FieldReference.Parse(node.MaybeText("after") ?? node.Text("not-before")), node.Maybe("after") is not null)
        : node.MaybeText("complete") is { } minimum ? new Condition.Complete(minimum, node.MaybeText("by"))
        : node.MaybeText("other-actor") is { } before ? new Condition.OtherActor(before)
        : node.MaybeText("tally") is { } tally ? new Condition.TallyWithin(tally, Fraction(node.Get("share")))
        : node.MaybeText("linked") is { } linked ? new Condition.LinkedIn(linked, node.Texts("in"), node.Flag("some"))
        : throw node.Error("读不懂这个条件；可用：field、last、taken、no-party、part、children、within、not、any、number、sum、count、date、complete、other-actor、tally、linked。");

    private static Condition.Measure Measure(RuleNode node, IReadOnlyList<string> fields, bool counts)
    {
        var (how, bound) = node.Maybe("at-least") is { } least ? (Bounding.AtLeast, least)
            : node.Maybe("more-than") is { } more ? (Bounding.MoreThan, more)
            : node.Maybe("exactly") is { } same ? (Bounding.Exactly, same)
            : (Bounding.AtMost, node.Get("at-most"));
        return new Condition.Measure(fields, counts, how, Fraction(bound), node.MaybeText("of") is { } of ? FieldReference.Parse(of) : null);
    }

    private static Share Fraction(RuleNode node) => Share.Parse(node.Text()) ?? throw node.Error($"“{node.Text()}”应当是整数，或者 2/3 这样的分数。");
}
