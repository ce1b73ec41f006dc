using System.Text;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Referring;

/// <summary>A text whose articles are numbered through, and what that did to its references.</summary>
/// <param name="Corrected">References now written with another number, as they stand in the new text.</param>
/// <param name="Open">References a person must look at: what they point at is not there, or may be several.</param>
public sealed record Numbered(string Text, IReadOnlyList<BrokenReference> Corrected, IReadOnlyList<BrokenReference> Open);

/// <summary>Numbers articles from 第一条 on, in the order they stand, and writes the references to them accordingly.</summary>
/// <remarks>Headings, 项 and what stands in attachments keep their numbers. A number that stands twice is no place to point at: such references stay open.</remarks>
public static class ArticleNumbering
{
    /// <summary>The text numbered through; the same text where it already is.</summary>
    public static Numbered Through(Statute statute)
    {
        ArgumentNullException.ThrowIfNull(statute);
        var text = new StringBuilder(statute.Text.Length + 64);
        var at = 0;
        var number = 0;
        foreach (var article in statute.Articles.Where(a => statute.Nodes[a.Node].Part == Part.Article))
        {
            var node = statute.Nodes[article.Node];
            number++;
            if (node.Number == number && node.Suffix == 0)
            {
                continue;
            }

            text.Append(statute.Text, at, node.Label - at).Append('第').Append(Numeral.Write(number)).Append('条');
            at = node.LabelEnd;
        }

        var numbered = text.Append(statute.Text, at, statute.Text.Length - at).ToString();
        if (numbered == statute.Text)
        {
            return new Numbered(numbered, [], []);
        }

        var broken = Renumbering.Of(statute, Statute.Parse(numbered));
        List<BrokenReference> corrected = [.. broken.Where(b => b.Kind == BreakKind.Renumbered && b.Proposed.Count == 1)];
        var written = new StringBuilder(numbered);
        foreach (var b in corrected.OrderByDescending(b => b.Reference.Start))
        {
            written.Remove(b.Reference.Start, b.Reference.Length).Insert(b.Reference.Start, b.Proposed[0]);
        }

        return new Numbered(written.ToString(), corrected, [.. broken.Except(corrected)]);
    }
}
