using CsCheck;
using Renda.Statutes.Aligning;
using Renda.Statutes.Dated;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Which text was in force on a day, and what each version did to each article.</summary>
public sealed class DatedTests
{
    private static readonly StatuteVersion First = Version(2010, "甲条例\n第一条 公园属于公众，由园林部门管理。\n第二条 公园里不得钓鱼、游泳、野炊。\n第三条 违反规定的，处五十元罚款。\n");
    private static readonly StatuteVersion Second = Version(2015, "甲条例\n第一条 公园属于公众，由园林部门管理。\n第二条 公园的门全天打开，老人和孩子免费。\n第三条 公园里不得钓鱼、游泳、野炊。\n第四条 违反规定的，处五十元罚款。\n");
    private static readonly StatuteVersion Third = Version(2020, "甲条例\n第一条 公园属于公众，由城管部门管理。\n第二条 公园的门全天打开，老人和孩子免费。\n第三条 公园里不得钓鱼、游泳、野炊。\n");

    [Fact]
    public void The_version_in_force_is_the_last_that_has_begun()
    {
        Assert.Null(StatuteHistory.TryMake([Third, First, Second], new DateOnly(2024, 1, 1), out var history));
        Assert.Equal([null, First, First, Second, Second, Third, null],
            new[] { new DateOnly(2009, 12, 31), new(2010, 1, 1), new(2014, 12, 31), new(2015, 1, 1), new(2019, 12, 31), new(2023, 12, 31), new DateOnly(2024, 1, 1) }.Select(history!.InForceOn));
    }

    [Fact]
    public void Each_article_tells_which_version_brought_it_in_and_changed_it()
    {
        Assert.Null(StatuteHistory.TryMake([First, Second, Third], null, out var history));
        Assert.Equal(
        [
            "2010 Inserted →第一条; 2020 Amended 第一条→第一条",
            "2010 Inserted →第二条; 2015 Renumbered 第二条→第三条",
            "2010 Inserted →第三条; 2015 Renumbered 第三条→第四条; 2020 Deleted 第四条→",
            "2015 Inserted →第二条",
        ], history!.Articles.Select(a => string.Join("; ", a.Events.Select(e => $"{e.Version.InForce.Year} {e.Kind} {e.From?.Label}→{e.To?.Label}"))));
        var fines = history.Articles[2];
        Assert.Equal([null, "第三条", "第四条", null], new[] { 2009, 2012, 2017, 2021 }.Select(y => fines.On(new DateOnly(y, 6, 1))?.Label));
        Assert.Null(fines.Last);
        Assert.Equal("第三条", history.Articles[1].Last?.Label);
    }

    [Fact]
    public void What_is_no_history_is_refused()
    {
        Assert.Equal("没有文本。", StatuteHistory.TryMake([], null, out _));
        Assert.Equal("有两个文本都从2010年1月1日起施行：同一天只能有一个。", StatuteHistory.TryMake([First, Second, First], null, out _));
        Assert.Equal("废止日期2020年1月1日不晚于最后一个文本的施行日期2020年1月1日。", StatuteHistory.TryMake([Third], new DateOnly(2020, 1, 1), out _));
    }

    // In any three texts every article of every version belongs to one history, and to no two.
    [Fact]
    public void Every_article_of_every_version_has_one_history() => Gen.Select(RoundTripTests.Pieces, RoundTripTests.Pieces, RoundTripTests.Pieces).Sample((a, b, c) => Whole([Version(2010, a), Version(2015, b), Version(2020, c)]), iter: 3_000, threads: 1);

    [Fact]
    public void Every_pair_of_the_corpus_has_one_history_for_each_article()
    {
        Corpus.Need();
        Assert.All(Corpus.Pairs(), name => Whole([new(new DateOnly(2010, 1, 1), Corpus.Pair(name).Old), new(new DateOnly(2020, 1, 1), Corpus.Pair(name).New)]));
    }

    private static void Whole(StatuteVersion[] versions)
    {
        Assert.Null(StatuteHistory.TryMake(versions, null, out var history));
        foreach (var version in versions)
        {
            var standing = history!.Articles.Select(h => h.On(version.InForce)).OfType<Article>().ToList();
            Assert.Equal(version.Text.Articles.Select(a => a.Node), standing.Select(a => a.Node).Order());
            Assert.All(standing, a => Assert.Same(version.Text, a.Statute));
        }

        Assert.All(history!.Articles, h => Assert.True(h.Events is [{ Kind: LinkKind.Inserted or LinkKind.Split or LinkKind.Merged }, ..]));
    }

    private static StatuteVersion Version(int year, string text) => new(new DateOnly(year, 1, 1), Statute.Parse(text));
}
