namespace Renda.Procedures;

/// <summary>A local file as changes to the national one. Each change says what it expects to find,
/// so a base that moved on is noticed instead of silently overridden.</summary>
internal static class Delta
{
    private const string Choices = "choices";

    /// <summary>The base with the delta's <c>change</c>, <c>add</c> and <c>remove</c> applied and its head in place of the base's.</summary>
    public static RuleNode Apply(RuleNode basis, RuleNode delta)
    {
        var result = basis;
        foreach (var (key, node) in delta.Entries("remove"))
        {
            result = Replace(result, key, Remove(Section(result, key, node), node));
        }

        foreach (var (key, node) in delta.Entries("change"))
        {
            result = Replace(result, key, Merge(Section(result, key, node), node, adding: false));
        }

        foreach (var (key, node) in delta.Entries("add"))
        {
            result = result.Map!.TryGetValue(key, out var old)
                ? Replace(result, key, Merge(old, node, adding: true))
                : Replace(result, key, node);
        }

        return Head(result, delta);
    }

    private static RuleNode Head(RuleNode result, RuleNode delta)
    {
        var head = new Dictionary<string, RuleNode>(result.Map!, StringComparer.Ordinal);
        foreach (var key in (string[])["note", "newer", "below"])
        {
            head.Remove(key); // These speak of the base's own text.
        }

        foreach (var key in (string[])["jurisdiction", "in-force", "law", "note", "newer", "below"])
        {
            if (delta.Maybe(key) is { } node)
            {
                head[key] = node;
            }
        }

        return result.With(head);
    }

    private static RuleNode Section(RuleNode parent, string key, RuleNode asker) =>
        parent.Map is { } map && map.TryGetValue(key, out var found)
            ? found
            : throw asker.Error($"底本没有“{key}”，无从改动。");

    private static RuleNode Replace(RuleNode parent, string key, RuleNode value) =>
        parent.With(new Dictionary<string, RuleNode>(parent.Map!, StringComparer.Ordinal) { [key] = value });

    private static RuleNode Remove(RuleNode from, RuleNode what)
    {
        if (what.Items is { } names)
        {
            var map = new Dictionary<string, RuleNode>(from.Map ?? throw what.Error("底本这里不是一组名称，不能按名称删去。"), StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (!map.Remove(name.Text()))
                {
                    throw name.Error($"底本没有“{name.Text()}”，无从删去。");
                }
            }

            return from.With(map);
        }

        return (what.Map ?? throw what.Error("这里应当是要删去的名称列表。"))
            .Aggregate(from, (node, p) => Replace(node, p.Key, Remove(Section(node, p.Key, p.Value), p.Value)));
    }

    // Maps merge; anything else replaces, and so do choices, because a statute lists them as a whole. A change must find its place and an addition must find it free.
    private static RuleNode Merge(RuleNode from, RuleNode with, bool adding)
    {
        if (from.Map is null || with.Map is null)
        {
            return adding ? throw with.Error("底本已有此项，不能增加；要改请写在 change 下。") : with;
        }

        return with.Map.Aggregate(from, (node, p) => node.Map!.TryGetValue(p.Key, out var old)
            ? Replace(node, p.Key, p.Key == Choices && !adding ? p.Value : Merge(old, p.Value, adding))
            : adding || Optional(p.Key)
                ? Replace(node, p.Key, p.Value)
                : throw p.Value.Error($"底本没有“{p.Key}”，无从改动；要增加请写在 add 下。"));
    }

    // A change may give an existing step or limit an attribute the base left at its default.
    private static bool Optional(string key) => key is "hint" or "needs" or "as" or "number" or "min" or "consent" or "from-end" or "soft" or "into" or "when" or "window" or "grave" or "uncounted" or "max" or "bound" or "dated";
}
