using System.Globalization;
using System.Text;
using Renda.Statutes.Referring;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>
/// References against those found by reading: every line of 21 texts drawn by lot, and one of the Civil Code, that has 第…条款项章节编 or 前款 and the like
/// (Gold/references.tsv: file, line, words, place; → to the end of a range, ? where the text has no such place; no words: none there).
/// </summary>
public sealed class ReferenceGoldTests(ITestOutputHelper output)
{
    [Fact]
    public void References_are_found_as_people_find_them()
    {
        Corpus.Need();
        var gold = File.ReadAllLines(Path.Combine(Corpus.Here(), "Gold", "references.tsv")).Select(l => l.Split('\t')).ToList();
        var report = new StringBuilder();
        var (labelled, found, hits) = (0, 0, 0);
        foreach (var text in gold.GroupBy(l => l[0]))
        {
            var statute = Corpus.Read(text.Key);
            var references = References.Of(statute).ToLookup(r => r.Line(statute), r => (Words: r.Words(statute), Place: Told(r)));
            foreach (var line in text.GroupBy(l => int.Parse(l[1], CultureInfo.InvariantCulture)))
            {
                List<(string Words, string Place)> expected = [.. line.Where(l => l[2].Length > 0).Select(l => (l[2], l[3]))];
                List<(string Words, string Place)> got = [.. references[line.Key]];
                labelled += expected.Count;
                found += got.Count;
                var missed = expected.Where(e => !got.Remove(e)).ToList();
                hits += expected.Count - missed.Count;
                if (missed.Count + got.Count > 0)
                {
                    report.AppendLine(CultureInfo.InvariantCulture, $"{text.Key}:{line.Key}: missed {string.Join(" ", missed)}; wrong {string.Join(" ", got)}");
                }
            }
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"{labelled} labelled, {found} found, precision {(double)hits / found:0.000}, recall {(double)hits / labelled:0.000}");
        output.WriteLine(report.ToString());
        Assert.True((double)hits / found >= 0.99 && (double)hits / labelled >= 0.97, report.ToString());
    }

    // Its books by themselves are told to have no 第一编; whole, every article named is there.
    [Fact]
    public void In_the_whole_Civil_Code_every_article_named_is_found()
    {
        var code = Statute.Parse(Corpus.CivilCode());
        var references = References.Of(code).Where(r => r.From.Article > 0).ToList();
        Assert.InRange(references.Count, 120, 140);
        Assert.All(references, r => Assert.False(r.Missing, $"{r.Line(code)}: {r.Words(code)}"));
    }

    private static string Told(Reference reference) =>
        $"{(reference.Statute is { } name ? $"《{name}》" : "")}{reference.From}{(reference.To is { } to ? $"→{to}" : "")}{(reference.Missing ? "?" : "")}";
}
