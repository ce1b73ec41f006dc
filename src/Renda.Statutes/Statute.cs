using Renda.Statutes.Parsing;

namespace Renda.Statutes;

/// <summary>
/// A statute read from plain text or Markdown: nodes that lie end to end over the text, none of it lost or changed. Source of the
/// structure: 立法法 65 (编、章、节、条、款、项、目; the 题注 after the title).
/// </summary>
public sealed class Statute
{
    private readonly List<Node> nodes;
    private IReadOnlyList<Article>? articles;

    private Statute(string text)
    {
        Text = text;
        (nodes, Defects) = Parser.Read(text);
    }

    /// <summary>The text as given.</summary>
    public string Text { get; }

    /// <summary>All nodes in the order of the text; empty only for the empty text.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>What may be wrong, by line; at most 10,001 (the last then says that there are more).</summary>
    public IReadOnlyList<Defect> Defects { get; }

    /// <summary>The articles in order; in a text that has none, the points 一、二、.</summary>
    public IReadOnlyList<Article> Articles => articles ??= Article.Of(this);

    /// <summary>The title; empty where none is found.</summary>
    public string Title => nodes.FindIndex(n => n.Part == Part.Title) is >= 0 and var i ? Words(i).ToString() : "";

    /// <summary>Reads a text of any content. Takes time and memory in proportion to its length.</summary>
    public static Statute Parse(string text) => new(text);

    /// <summary>Reads the bytes of a file. What is not UTF-8 is kept and told as a defect.</summary>
    public static Statute Parse(ReadOnlySpan<byte> utf8) => new(Bytes.Read(utf8));

    /// <summary>A node's own stretch: from its start to the next node's.</summary>
    public ReadOnlySpan<char> Stretch(int node) => Text.AsSpan(nodes[node].Start..(node + 1 < nodes.Count ? nodes[node + 1].Start : Text.Length));

    /// <summary>A node's words, without number, space and marks.</summary>
    public ReadOnlySpan<char> Words(int node) => Text.AsSpan(nodes[node].Body..Math.Max(nodes[node].Body, nodes[node].BodyEnd));

    /// <summary>A node's printed number without space; empty where it has none.</summary>
    public string Label(int node) => Blank.Squeeze(Text.AsSpan(nodes[node].Label..nodes[node].LabelEnd));

    /// <summary>The text put together from its nodes: what was parsed, character for character.</summary>
    public string Render() => string.Create(Text.Length, this, static (to, statute) =>
    {
        for (var i = 0; i < statute.nodes.Count; i++)
        {
            var stretch = statute.Stretch(i);
            stretch.CopyTo(to);
            to = to[stretch.Length..];
        }
    });

    /// <summary>The bytes of what was parsed from bytes, byte for byte.</summary>
    public byte[] RenderBytes()
    {
        using var to = new MemoryStream();
        Bytes.Write(Render(), to);
        return to.ToArray();
    }
}
