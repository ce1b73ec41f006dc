namespace Renda.Procedures;

/// <summary>Reads a file of figures.</summary>
internal sealed class FigureReader(RuleBook book, IReadOnlySet<string> posts)
{
    private static readonly string[] Derived = ["share", "change"];
    private static readonly string[] Measured = ["distinct", "sum", "run", "days"];

    private readonly HashSet<string> known = [.. book.Procedures.SelectMany(p => p.Whole()).Select(p => p.Id)];

    public IReadOnlyList<(Figure Figure, RuleNode Node)> Read(RuleNode root)
    {
        List<(Figure, RuleNode)> figures = [.. root.Named("figures").Select(e => (Figure(e.Key, e.Node), e.Node))];
        root.Done();
        return figures;
    }

    private Figure Figure(string key, RuleNode node)
    {
        var figure = new Figure
        {
            Key = key,
            Title = node.Text("title"),
            Unit = node.Text("unit"),
            Group = node.Text("group") is var group && Procedure.Groups.ContainsKey(group) ? group
                : throw node.Get("group").Error($"group 应当是其中之一：{string.Join("、", Procedure.Groups.Keys)}。"),
            Measure = Measure(node),
            Posts = Known(node, "posts", posts.Contains, "岗位"),
            Once = node.Texts("once"),
        };
        figure = Derived.Any(d => node.Maybe(d) is not null) ? From(figure, node) : Counted(figure, node);
        node.Done();
        return figure;
    }

    private static FigureMeasure Measure(RuleNode node)
    {
        var given = Derived.Concat(Measured).Where(m => node.Maybe(m) is not null).ToList();
        return given.Count > 1 ? throw node.Error($"“{string.Join("”“", given)}”只能写一项。")
            : given.Count == 0 ? FigureMeasure.Count
            : Enum.Parse<FigureMeasure>(given[0], ignoreCase: true);
    }

    private static Figure From(Figure figure, RuleNode node) => figure with
    {
        From = node.Text(figure.Measure == FigureMeasure.Share ? "share" : "change"),
        Among = figure.Measure == FigureMeasure.Share ? node.Text("among") : null,
    };

    private Figure Counted(Figure figure, RuleNode node)
    {
        var of = Known(node, "of", known.Contains, "程序");
        if (of.Count == 0)
        {
            throw node.Error("缺少“of”。");
        }

        var fields = new FigureFields(book, of);
        var acts = Known(node, "act", fields.HasStep, "步骤");
        var rows = acts.Count > 0 ? FigureRows.Acts : Matters(node);
        if (acts.Count > 0 && node.Maybe("matters") is { } matters)
        {
            throw matters.Error("“act”和“matters”恰好写一项。");
        }

        var stages = Known(node, "in", fields.HasStage, "环节");
        if (rows == FigureRows.Standing && stages.Count == 0)
        {
            throw node.Error("缺少“in”：在期末处于哪些环节。");
        }

        stages = rows == FigureRows.Closed && stages.Count == 0 ? fields.Ends : stages;
        return figure with
        {
            Of = of,
            Rows = rows,
            Acts = rows == FigureRows.Closed ? fields.Into(stages) : acts,
            In = stages,
            Limits = rows == FigureRows.Overdue ? fields.Binding : [],
            Where = [.. node.Entries("where").Select(e => new FigureCondition(Field(e.Key, e.Node, fields, acts), Values(node.Get("where"), e.Key, fields)))],
            Field = figure.Measure is FigureMeasure.Count or FigureMeasure.Days ? null
                : Field(node.Text(figure.Measure.ToString().ToLowerInvariant()), node, fields, acts),
            PerWhole = node.MaybeText("per") is { } per && (per == "whole" ? true : throw node.Get("per").Error("“per”只能写 whole。")),
        };
    }

    private static FigureRows Matters(RuleNode node) => node.Maybe("matters") is not { } matters
        ? throw node.Error("“act”和“matters”恰好写一项。")
        : Enum.TryParse<FigureRows>(matters.Text(), ignoreCase: true, out var rows) && rows != FigureRows.Acts ? rows
        : throw matters.Error("“matters”应当是 opened、closed、standing 或 overdue。");

    private static FigureField Field(string id, RuleNode node, FigureFields fields, IReadOnlyList<string> acts) =>
        fields.Find(id, acts) ?? throw node.Error($"字段“{id}”没有定义。");

    private static IReadOnlyList<string> Values(RuleNode where, string field, FigureFields fields)
    {
        var values = where.Texts(field);
        return fields.Choices(field) is { } choices && values.FirstOrDefault(v => !choices.ContainsKey(v)) is { } foreign
            ? throw where.Get(field).Error($"“{field}”没有选项“{foreign}”。可以写的有：{string.Join("、", choices.Keys)}。")
            : values;
    }

    private static IReadOnlyList<string> Known(RuleNode node, string key, Func<string, bool> known, string what)
    {
        var names = node.Texts(key);
        return names.FirstOrDefault(n => !known(n)) is { } unknown ? throw node.Get(key).Error($"{what}“{unknown}”没有定义。") : names;
    }
}
