using Renda.Statutes.Parsing;

namespace Renda.Statutes;

/// <summary>An article of a statute, or a point of one that has no articles.</summary>
/// <param name="Index">Its place among the articles, from 0.</param>
/// <param name="Node">The index of its node.</param>
/// <param name="End">The index after its last node: its 款, 项, 目 and tables lie between.</param>
/// <param name="Label">Its printed number without space: 第十条之一.</param>
/// <param name="Number">The number read; 0 where it could not be.</param>
/// <param name="Suffix">之一 is 1; 0 where there is none.</param>
public sealed record Article(Statute Statute, int Index, int Node, int End, string Label, int Number, int Suffix)
{
    /// <summary>All of the article's words, its 款 and 项 one after the other, without the article's own number.</summary>
    public ReadOnlySpan<char> Words => Statute.Text.AsSpan(Statute.Nodes[Node].Body..Last);

    /// <summary>The line its number stands on, from 1.</summary>
    public int Line => Statute.Nodes[Node].Line;

    private int Last => Math.Max(Statute.Nodes[Node].Body, Statute.Nodes[End - 1].BodyEnd);

    internal static IReadOnlyList<Article> Of(Statute statute)
    {
        var part = statute.Nodes.Any(n => n.Part == Part.Article) ? Part.Article : Part.Point;
        var articles = new List<Article>();
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            var node = statute.Nodes[i];
            if (node.Part != part)
            {
                continue;
            }

            var end = i + 1;
            while (end < statute.Nodes.Count && statute.Nodes[end].Part is Part.Paragraph or Part.Item or Part.Subitem or Part.Quoted or Part.Table)
            {
                end++;
            }

            articles.Add(new Article(statute, articles.Count, i, end, Blank.Squeeze(statute.Text.AsSpan(node.Label..node.LabelEnd)).TrimEnd('、'), node.Number, node.Suffix));
        }

        return articles;
    }
}
