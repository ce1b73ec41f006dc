using System.Globalization;
using System.Text;
using Renda.Statutes.Aligning;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>
/// Alignment against ten pairs labelled by reading both texts (Gold/*.txt: old and new article number; what is on no line is
/// inserted or deleted). The labels were made before the program had run on them.
/// </summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    // Written anew from first to last: half of what is linked shares hardly a word, and two readers would differ.
    private static readonly string[] Anew = ["体育法", "国境卫生检疫法"];

    [Fact]
    public void Links_are_found_as_people_find_them()
    {
        Corpus.Need();
        var (all, changed, parts, amended, amendedChanged) = (new Score(), new Score(), new Score(), new Score(), new Score());
        var report = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.Here(), "Gold"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var (old, @new) = Corpus.Pair(name);
            var gold = Complete(old, @new, [.. File.ReadAllLines(file).Select(l => l.Split(' ')).Select(l => (Number(l[0]), Number(l[1])))]);
            var found = Alignment.Of(old, @new).Select(l => (l.Old?.Number, l.New?.Number)).ToHashSet();
            var same = Alignment.Of(old, @new).Where(l => !l.Changed).Select(l => (l.Old?.Number, l.New?.Number)).ToHashSet();
            var one = new Score().Add(gold, found);
            all.Add(gold, found);
            changed.Add([.. gold.Where(l => !same.Contains(l))], [.. found.Where(l => !same.Contains(l))]);
            parts.Add(Parts(gold), found);
            if (!Anew.Contains(name))
            {
                amended.Add(gold, found);
                amendedChanged.Add([.. gold.Where(l => !same.Contains(l))], [.. found.Where(l => !same.Contains(l))]);
            }

            report.AppendLine(CultureInfo.InvariantCulture, $"{one.F1:0.000} {name}: missed {Text(gold.Except(found))}; wrong {Text(found.Except(gold))}");
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"all {all.F1:0.000}, changed {changed.F1:0.000}, splits and merges found {parts.Recall:0.000}; without the two written anew {amended.F1:0.000}, changed {amendedChanged.F1:0.000}");
        output.WriteLine(report.ToString());
        Assert.True(all.F1 >= 0.94 && changed.F1 >= 0.92 && parts.Recall >= 0.7 && amended.F1 >= 0.98 && amendedChanged.F1 >= 0.96, report.ToString());
    }

    private static int? Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // What no line names was inserted or deleted.
    private static HashSet<(int? Old, int? New)> Complete(Statute old, Statute @new, HashSet<(int? Old, int? New)> labelled) =>
    [
        .. labelled,
        .. old.Articles.Select(a => (int?)a.Number).Where(n => labelled.All(l => l.Old != n)).Select(n => (n, (int?)null)),
        .. @new.Articles.Select(a => (int?)a.Number).Where(n => labelled.All(l => l.New != n)).Select(n => ((int?)null, n)),
    ];

    private static HashSet<(int?, int?)> Parts(HashSet<(int? Old, int? New)> links) =>
        [.. links.Where(l => l.Old is not null && l.New is not null && (links.Count(o => o.Old == l.Old) > 1 || links.Count(o => o.New == l.New) > 1))];

    private static string Text(IEnumerable<(int? Old, int? New)> links) => string.Join(" ", links.Order().Select(l => $"{l.Old}>{l.New}"));

    private sealed class Score
    {
        private int hits;
        private int labelled;
        private int found;

        public double F1 => 2.0 * hits / (labelled + found);

        public double Recall => (double)hits / labelled;

        public Score Add(HashSet<(int?, int?)> gold, HashSet<(int?, int?)> links)
        {
            hits += gold.Count(links.Contains);
            labelled += gold.Count;
            found += links.Count;
            return this;
        }
    }
}
