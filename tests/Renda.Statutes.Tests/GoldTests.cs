using System.Globalization;
using System.Text;
using Renda.Statutes.Aligning;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>
/// Alignment against thirteen pairs labelled by reading both texts (Gold/*.txt: old and new article number; what is on no line is
/// inserted or deleted). The labels were made before the program had run on them, or before its answer was looked at.
/// </summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    // Written anew from first to last: half of what is linked shares hardly a word, and two readers would differ.
    private static readonly string[] Anew = ["体育法", "国境卫生检疫法", "上海市科学技术进步条例", "矿产资源法", "中国人民解放军实施《药品管理法》办法"];

    [Fact]
    public void Links_are_found_as_people_find_them()
    {
        Corpus.Need();
        var (amended, anew) = (new Scores(), new Scores());
        var report = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.Here(), "Gold"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var (old, @new) = Corpus.Pair(name);
            var gold = Complete(old, @new, [.. File.ReadAllLines(file).Select(l => l.Split(' ')).Select(l => (Number(l[0]), Number(l[1])))]);
            var links = Alignment.Of(old, @new);
            var found = links.Select(l => (l.Old?.Number, l.New?.Number)).ToHashSet();
            var same = links.Where(l => !l.Changed).Select(l => (l.Old?.Number, l.New?.Number)).ToHashSet();
            var own = new Scores().Add(gold, found, same);
            (Anew.Contains(name) ? anew : amended).Add(gold, found, same);
            report.AppendLine($"{own} {name}: missed {Text(gold.Except(found))}; wrong {Text(found.Except(gold))}");
        }

        report.AppendLine($"{amended} amended").AppendLine($"{anew} written anew");
        output.WriteLine(report.ToString());
        Assert.True(amended.All.F1 >= 0.985 && amended.Changed.F1 >= 0.975 && amended.Parts.Recall >= 0.85, report.ToString());
        Assert.True(anew.All.F1 >= 0.81 && anew.Parts.Recall >= 0.65, report.ToString());
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

    private sealed class Scores
    {
        public Score All { get; } = new();

        public Score Changed { get; } = new();

        public Score Parts { get; } = new();

        public Scores Add(HashSet<(int? Old, int? New)> gold, HashSet<(int? Old, int? New)> found, HashSet<(int? Old, int? New)> same)
        {
            All.Add(gold, found);
            Changed.Add([.. gold.Where(l => !same.Contains(l))], [.. found.Where(l => !same.Contains(l))]);
            Parts.Add(GoldTests.Parts(gold), found);
            return this;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"all {All.F1:0.000} changed {Changed.F1:0.000} splits and merges found {Parts.Recall:0.000}");
    }

    private sealed class Score
    {
        private int hits;
        private int labelled;
        private int found;

        public double F1 => labelled + found == 0 ? 1 : 2.0 * hits / (labelled + found);

        public double Recall => labelled == 0 ? 1 : (double)hits / labelled;

        public void Add(HashSet<(int?, int?)> gold, HashSet<(int?, int?)> links)
        {
            hits += gold.Count(links.Contains);
            labelled += gold.Count;
            found += links.Count;
        }
    }
}
