using Renda.Statutes.Aligning;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>What links are made from, each by itself.</summary>
public sealed class AlignmentTests
{
    private static readonly string[] Common =
    [
        "为了加强公园管理，保护环境，根据有关法律、行政法规，结合本市实际，制定本条例。",
        "市人民政府应当将公园建设纳入国民经济和社会发展规划，有关部门应当按照职责分工做好管理工作。",
        "市园林部门应当会同有关部门编制公园规划，报市人民政府批准后公布实施。",
        "公园管理单位应当建立健全管理制度，按照规定配备设施，保障游人安全。",
        "任何单位和个人不得侵占公园用地，不得擅自改变公园用地性质。",
        "本条例自公布之日起施行。",
    ];

    [Fact]
    public void An_article_in_the_place_of_another_on_something_else_is_new()
    {
        var links = Links(
            [.. Common[..3], "从事犬只养殖的应当按照国家有关规定取得动物防疫条件合格证。", .. Common[3..]],
            [.. Common[..3], "无人驾驶航空器飞越人群上空应当事先向空中交通管制机构提出申请。", .. Common[3..]]);
        Assert.Contains((4, 0), links);
        Assert.Contains((0, 4), links);
    }

    [Fact]
    public void Penalties_that_differ_only_in_the_article_they_name_follow_it()
    {
        // 违反第四条 was of what is now the fifth article, and the reverse.
        string Penalty(string article) => $"违反本条例第{article}条规定的，由市园林部门责令限期改正；逾期不改正的，处一千元以上五千元以下罚款。";
        var links = Links(
            [.. Common[..5], Penalty("四"), Penalty("五"), Common[5]],
            [.. Common[..3], Common[4] + "违者应当恢复原状。", Common[3] + "具体办法另行制定。", Penalty("四") + "情节严重的，处一万元罚款。", Penalty("五") + "造成损失的，依法赔偿。", Common[5]]);
        Assert.Contains((4, 5), links);
        Assert.Contains((5, 4), links);
        Assert.Contains((6, 7), links);
        Assert.Contains((7, 6), links);
    }

    [Fact]
    public void An_article_that_became_two_is_split_and_two_that_became_one_are_merged()
    {
        const string planning = "编制公园规划应当公开征求意见，采取论证会、听证会等形式听取公众意见，征求意见的时间不得少于三十日。";
        const string trees = "公园内的古树名木应当登记造册，设立标志，实行挂牌保护，禁止砍伐、移植和攀折。";
        string[] one = [.. Common[..3], planning + "\n" + trees, .. Common[3..]], two = [.. Common[..3], planning, trees, .. Common[3..]];
        Assert.Equal([(4, 4), (4, 5)], Links(one, two).Where(l => l.Old == 4));
        Assert.Equal([(4, 4), (5, 4)], Links(two, one).Where(l => l.New == 4));
    }

    [Fact]
    public void Each_article_is_linked_or_said_to_be_new_or_gone()
    {
        foreach (var name in Corpus.Pairs())
        {
            var (old, @new) = Corpus.Pair(name);
            var links = Alignment.Of(old, @new);
            Assert.Equal(old.Articles.Select(a => a.Index), links.Where(l => l.Old is not null).Select(l => l.Old!.Index).Distinct().Order());
            Assert.Equal(@new.Articles.Select(a => a.Index), links.Where(l => l.New is not null).Select(l => l.New!.Index).Distinct().Order());
            Assert.Equal(links.Count, links.Distinct().Count());
        }
    }

    private static List<(int Old, int New)> Links(string[] old, string[] @new) =>
        [.. Alignment.Of(Text(old), Text(@new)).Select(l => (l.Old?.Number ?? 0, l.New?.Number ?? 0))];

    private static Statute Text(string[] articles) =>
        Statute.Parse("甲条例\n" + string.Join('\n', articles.Select((a, i) => $"第{Parsing.Numeral.Write(i + 1)}条 {a}")));
}
