namespace Renda.Procedures;

/// <summary>A defect of a procedure, with the path of keys where it lies.</summary>
internal sealed record Defect(string Reason, params string[] At)
{
    /// <summary>The line in this file of the thing at fault, or of the detail within it; null when the file does not write of it.</summary>
    public int? Locate(RuleNode root)
    {
        var named = At is ["children", ..] ? 4 : 2; // children/<name>/steps/<name> or steps/<name>
        var (depth, line) = Sections(root).Select(Descend).MaxBy(found => found.Depth);
        return depth >= Math.Min(named, At.Length) ? Math.Max(1, line) : null;
    }

    // A delta writes of the same things under change and add.
    private static IEnumerable<RuleNode> Sections(RuleNode root) =>
        ((string[])["change", "add"]).Select(s => root.Map?.GetValueOrDefault(s)).OfType<RuleNode>().Prepend(root);

    private (int Depth, int Line) Descend(RuleNode node)
    {
        var depth = 0;
        while (depth < At.Length && Below(node, At[depth]) is { } next)
        {
            (node, depth) = (next, depth + 1);
        }

        return (depth, node.Line);
    }

    // In a list, a key is an index, the item itself, or a value the item holds.
    private static RuleNode? Below(RuleNode node, string key) =>
        node.Map is { } map ? map.GetValueOrDefault(key)
        : node.Items is not { } items ? null
        : int.TryParse(key, out var index) ? items.ElementAtOrDefault(index)
        : items.Find(i => i.Scalar == key || (i.Map?.Values.Any(v => v.Scalar == key) ?? false));
}
