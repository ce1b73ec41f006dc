using System.Security.Cryptography;
using System.Text;
using Renda.Statutes;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>A stretch of a draft one person works on at a time: an article, a heading, what stands before them or an attachment. Blocks lie end to end over the text.</summary>
/// <param name="Key">Its anchor in the page; “head” for what stands before the first.</param>
/// <param name="Label">What people call it: 第十条, 第二章.</param>
/// <param name="Node">The first node of it.</param>
internal sealed record Block(string Key, string Label, Part Part, int Node, int Start, string Text)
{
    public const string Head = "head";

    /// <summary>The words without the blank lines behind them.</summary>
    public string Words => Text.TrimEnd('\n', ' ', '\u3000');

    /// <summary>Tells whether it still is what somebody had in view.</summary>
    public string Hash => HashOf(Words);

    public static string HashOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];

    public static IReadOnlyList<Block> Of(Statute statute)
    {
        var anchors = Anchors.Of(statute);
        List<(int Node, string Key, string Label, Part Part)> starts = [];
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            var node = statute.Nodes[i];
            if (node.IsHeading || node.Part is Part.Article or Part.Attachment)
            {
                starts.Add((i, anchors.Html(i), node.Part == Part.Attachment ? "附件" : statute.Label(i) is { Length: > 0 } label ? label : statute.Words(i).ToString(), node.Part));
            }
        }

        if (statute.Nodes.Count > 0 && (starts.Count == 0 || starts[0].Node > 0))
        {
            starts.Insert(0, (0, Head, "标题、题注和目录", Part.Title));
        }

        return
        [
            .. starts.Select((s, i) =>
            {
                var (from, to) = (statute.Nodes[s.Node].Start, i + 1 < starts.Count ? statute.Nodes[starts[i + 1].Node].Start : statute.Text.Length);
                return new Block(s.Key, s.Label, s.Part, s.Node, from, statute.Text[from..to]);
            }),
        ];
    }
}
