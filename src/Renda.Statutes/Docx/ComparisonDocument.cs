using Renda.Statutes.Aligning;
using Renda.Statutes.Comparing;
using Renda.Statutes.Rendering;

namespace Renda.Statutes.Docx;

/// <summary>
/// The comparison table (对照表) as a Word file lying on A4: what is in force, the draft, and what was done. Added words are bold and
/// underlined, deleted ones struck through; the heading row stands again on every page.
/// </summary>
public static class ComparisonDocument
{
    private const string Added = "<w:b/><w:u w:val=\"single\"/>";
    private const string Deleted = "<w:strike/>";
    private static readonly int[] Three = [6300, 6300, 1400];
    private static readonly int[] Two = [7000, 7000];

    /// <summary>The file.</summary>
    /// <param name="said">Whether there is a third column that says what was done (说明).</param>
    public static byte[] Write(Statute old, Statute @new, bool said = true, WordFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var writing = new WordWriting(fonts ?? new WordFonts());
        writing.Paragraph(StatuteStyles.Title, WordWriting.Run($"《{(@new.Title.Length > 0 ? @new.Title : old.Title)}》对照表"));
        writing.Paragraph(StatuteStyles.CellCentred, WordWriting.Run("（") + WordWriting.Run("加粗并加下划线", Added) + WordWriting.Run("的是新增的文字，") + WordWriting.Run("加删除线", Deleted) + WordWriting.Run("的是删去的文字）"));
        writing.Raw(WordTableXml.Open(said ? Three : Two));
        string[] heads = ["现行", "修改草案", "说明"];
        writing.Raw(WordTableXml.Row(heads.Take(said ? 3 : 2).Select(h => WordTableXml.Cell(StatuteStyles.CellCentred, [WordWriting.Run(h)])), header: true));
        var links = Alignment.Of(old, @new);
        var (headsOld, headsNew) = (new Headings(old), new Headings(@new));
        for (var l = 0; l < links.Count; l++)
        {
            var link = links[l];
            Above(writing, headsOld.Before(link.Old), headsNew.Before(link.New), said);
            var (left, right) = (ComparisonRows.Text(link.Old), ComparisonRows.Text(link.New));
            var stretches = link.Kind == LinkKind.Amended ? Comparison.Of(left, right) : null;
            string[] cells =
            [
                Cell(writing, link.Old, ComparisonRows.Lines(left, stretches, Change.Removed), link.Kind == LinkKind.Deleted ? Deleted : "", Deleted, Merge(links, l, k => k.Old)),
                Cell(writing, link.New, ComparisonRows.Lines(right, stretches, Change.Added), link.Kind == LinkKind.Inserted ? Added : "", Added, Merge(links, l, k => k.New)),
                WordTableXml.Cell(StatuteStyles.Cell, [WordWriting.Run(ComparisonRows.Said(link))]),
            ];
            writing.Raw(WordTableXml.Row(cells.Take(said ? 3 : 2)));
        }

        Above(writing, headsOld.Rest(), headsNew.Rest(), said);
        writing.Raw(WordTableXml.Close);
        writing.Paragraph(StatuteStyles.Cell, "");
        return writing.Pack(lying: true);
    }

    private static string Cell(WordWriting writing, Article? article, IReadOnlyList<IReadOnlyList<(string Words, bool Own)>> lines, string whole, string own, string merge) =>
        WordTableXml.Cell(StatuteStyles.Cell, article is null || merge == "continue" ? [] : lines.Select((line, l) =>
            (l == 0 ? WordWriting.Run(article.Label + "　", writing.Strong + (whole.Length > 0 ? whole.Replace("<w:b/>", "", StringComparison.Ordinal) : "")) : "")
            + string.Concat(line.Select(piece => WordWriting.Run(piece.Words, piece.Own ? own : whole)))), merge: merge);

    // An article that was split or merged stands once beside all it belongs to.
    private static string Merge(IReadOnlyList<Link> links, int at, Func<Link, Article?> side)
    {
        var article = side(links[at]);
        return article is null ? "" : at > 0 && side(links[at - 1]) == article ? "continue" : at + 1 < links.Count && side(links[at + 1]) == article ? "restart" : "";
    }

    private static void Above(WordWriting writing, List<string> left, List<string> right, bool said)
    {
        for (var n = 0; n < Math.Max(left.Count, right.Count); n++)
        {
            var (old, @new) = (left.ElementAtOrDefault(n) ?? "", right.ElementAtOrDefault(n) ?? "");
            var same = old == @new;
            writing.Raw(WordTableXml.Row(((string[])[Head(old, same ? "" : Deleted), Head(@new, same ? "" : Added), WordTableXml.Cell(StatuteStyles.Cell, [])]).Take(said ? 3 : 2)));
        }

        static string Head(string words, string mark) => WordTableXml.Cell(StatuteStyles.CellCentred, [WordWriting.Run(words, mark)]);
    }

    // The headings of a text: each stands above the article it stood above, the first time that comes.
    private sealed class Headings(Statute statute)
    {
        private readonly bool[] told = new bool[statute.Nodes.Count];

        public List<string> Before(Article? article) => article is null ? []
            : Between(article.Index == 0 ? 0 : statute.Articles[article.Index - 1].End, article.Node);

        public List<string> Rest() => Between(0, statute.Nodes.Count);

        private List<string> Between(int from, int until)
        {
            var found = new List<string>();
            for (var n = from; n < until; n++)
            {
                if (statute.Nodes[n].IsHeading && !told[n])
                {
                    told[n] = true;
                    found.Add($"{statute.Label(n)}　{Parsing.Blank.Squeeze(statute.Words(n))}".Trim('　'));
                }
            }

            return found;
        }
    }
}
