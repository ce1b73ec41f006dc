using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Renda.Procedures;

/// <summary>
/// Looks a text through before its document is built: building goes down level by level, hashes every key and writes out what
/// aliases stand for, so a few lines made to harm would never end. What was looked through is then built from without being read again.
/// </summary>
internal sealed class RuleEvents(RuleFile file) : IParser
{
    /// <summary>Levels; an alias inside its own anchor would never end.</summary>
    public const int Deepest = 64;

    public const string TooDeep = "层次太深，或者引用了自己。";

    private const int Most = 50_000; // Nodes with every alias written out: aliases of aliases grow without end in a few lines.
    private const int Open = -1;

    private readonly Stack<Level> levels = new();
    private readonly Dictionary<string, int> sizes = new(StringComparer.Ordinal); // What stands behind an anchor; Open until it ends.
    private readonly List<ParsingEvent> seen = [];
    private int made;
    private int built = -1;

    ParsingEvent? IParser.Current => built >= 0 && built < seen.Count ? seen[built] : null;

    bool IParser.MoveNext() => ++built < seen.Count;

    public void Refuse()
    {
        var parser = new Parser(new StringReader(file.Text));
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            seen.Add(at);
            switch (at)
            {
                case NodeEvent node:
                    Begin(node);
                    break;
                case AnchorAlias alias:
                    Take(alias, key: null);
                    Count(alias, Size(alias));
                    break;
                case MappingEnd or SequenceEnd:
                    End(levels.Pop());
                    break;
            }
        }
    }

    private void Begin(NodeEvent node)
    {
        if (!node.Tag.IsEmpty)
        {
            throw Error(node, $"不要写类型标记“{node.Tag.Value}”。以“!”开头的文字要加引号。");
        }

        Take(node, (node as Scalar)?.Value);
        Count(node, 1);
        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (node is Scalar)
        {
            Name(anchor, 1);
            return;
        }

        Name(anchor, Open);
        levels.Push(new Level(node is MappingStart ? new HashSet<string>(StringComparer.Ordinal) : null, anchor, made - 1));
        if (levels.Count > Deepest)
        {
            throw Error(node, TooDeep);
        }
    }

    private void End(Level level) => Name(level.Anchor, made - level.Before);

    private void Name(string? anchor, int size)
    {
        if (anchor is not null)
        {
            sizes[anchor] = size;
        }
    }

    // In a map, keys and values take turns.
    private void Take(ParsingEvent at, string? key)
    {
        if (!levels.TryPeek(out var level) || level.Keys is not { } keys)
        {
            return;
        }

        level.AtValue = !level.AtValue;
        if (level.AtValue && !keys.Add(key ?? throw Error(at, "冒号前的名称只能是文字，不能是引用、列表或一组内容。")))
        {
            throw Error(at, $"不是正确的 YAML：“{key}”写了两次，请删去一处。");
        }
    }

    private void Count(ParsingEvent at, int size)
    {
        made += size;
        if (made > Most)
        {
            throw Error(at, $"内容太多：引用展开后超过 {Most} 项。");
        }
    }

    private int Size(AnchorAlias alias) =>
        !sizes.TryGetValue(alias.Value.Value, out var size) ? throw Error(alias, $"引用的“*{alias.Value.Value}”前面没有定义。以“*”开头的文字要加引号。")
        : size == Open ? throw Error(alias, TooDeep)
        : size;

    private RuleException Error(ParsingEvent at, string reason) => new(new RuleProblem(file.Path, (int)at.Start.Line, reason));

    // A map has keys, a list has none.
    private sealed class Level(HashSet<string>? keys, string? anchor, int before)
    {
        public HashSet<string>? Keys { get; } = keys;

        public string? Anchor { get; } = anchor;

        public int Before { get; } = before;

        public bool AtValue { get; set; }
    }
}
