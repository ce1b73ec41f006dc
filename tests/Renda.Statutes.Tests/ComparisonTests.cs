using CsCheck;
using Renda.Statutes.Comparing;
using Xunit;

namespace Renda.Statutes.Tests;

public sealed class ComparisonTests
{
    private static readonly Gen<string> Words = Gen.Int[0, 9].Select(i => "甲乙丙十二，。、一千"[i]).Array[0, 150].Select(c => new string(c));

    [Fact]
    public void The_stretches_give_both_texts() => Gen.Select(Words, Words).Sample((old, @new) =>
    {
        var (i, j) = (0, 0);
        foreach (var s in Comparison.Of(old, @new))
        {
            Assert.Equal((i, j), (s.OldStart, s.NewStart));
            Assert.True(s.Length > 0);
            Assert.True(s.Change != Change.Same || old.AsSpan(i, s.Length).SequenceEqual(@new.AsSpan(j, s.Length)));
            (i, j) = (i + (s.Change == Change.Added ? 0 : s.Length), j + (s.Change == Change.Removed ? 0 : s.Length));
        }

        Assert.Equal((old.Length, @new.Length), (i, j));
    }, iter: 20_000, threads: 1);

    [Fact]
    public void The_common_subsequence_is_a_longest_one() => Gen.Select(Words, Words).Sample((old, @new) =>
    {
        var found = new Stretches();
        LongestCommon.Compare(old, @new, 0, 0, found);
        return found.List.Where(s => s.Change == Change.Same).Sum(s => s.Length) == Longest(old, @new);
    }, iter: 2_000, threads: 1);

    [Theory]
    [InlineData("处五百元以上罚款。", "处五千元以上罚款。", "处[-五百][+五千]元以上罚款。")]
    [InlineData("依照第十条处理。", "依照第十二条处理。", "依照第[-十][+十二]条处理。")]
    [InlineData("人民政府、人民法院和", "人民政府、监察委员会、人民法院和", "人民政府、[+监察委员会、]人民法院和")]
    [InlineData("由工商行政管理部门处罚。", "由市场监督管理部门处罚。", "由[-工商行政][+市场监督]管理部门处罚。")]
    [InlineData("", "甲。", "[+甲。]")]
    [InlineData("甲。", "甲。", "甲。")]
    public void A_difference_reads_as_a_person_would_write_it(string old, string @new, string told) =>
        Assert.Equal(told, string.Concat(Comparison.Of(old, @new).Select(s => s.Change switch
        {
            Change.Removed => $"[-{old.Substring(s.OldStart, s.Length)}]",
            Change.Added => $"[+{@new.Substring(s.NewStart, s.Length)}]",
            _ => old.Substring(s.OldStart, s.Length),
        })));

    [Fact]
    public void Texts_of_any_length_are_compared_in_bounded_time()
    {
        var old = string.Concat(Enumerable.Range(0, 400_000).Select(i => $"甲{i}乙。"));
        var @new = old.Replace("9乙", "9丙", StringComparison.Ordinal) + new string('丁', 1_000_000);
        var stretches = Comparison.Of(old, @new);
        Assert.Equal(@new.Length, stretches.Where(s => s.Change != Change.Removed).Sum(s => s.Length));
        Assert.Equal(old.Length, stretches.Where(s => s.Change != Change.Added).Sum(s => s.Length));
        Assert.True(stretches.Where(s => s.Change == Change.Same).Sum(s => s.Length) > old.Length / 2);
        Assert.NotEmpty(Comparison.Of(new string('甲', 3_000_000), new string('乙', 3_000_000)));
    }

    private static int Longest(string a, string b)
    {
        var row = new int[b.Length + 1];
        foreach (var c in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], c == b[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
