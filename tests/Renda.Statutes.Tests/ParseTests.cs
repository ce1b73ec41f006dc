using Xunit;

namespace Renda.Statutes.Tests;

public sealed class ParseTests
{
    private const string Regulation = """
        某市公园条例
        （2020年1月2日某市人大常委会第三次会议通过
        根据2024年5月6日某市人大常委会第九次会议修正）
        目　录
        第一章　总　则
        第二章　管理
        　第一节　维护
        附　则
        第一章　总　则
        第一条　为了公园，制定本条例。
        第十条规定的不在此限。
        第二条　公园分为：
        　　（一）大公园，包括：
        1．湖；
        2．山；
        (二)小公园。
        第二条之一【定义】　小，是指不大。
        第二章　管理
        第一节　维护
        第3条 维护由甲负责。
        | 甲 | 乙 |
        附　则
        第四条　本条例自公布之日起施行。
        附件：收费表
        第一条　这是附件里的。
        """;

    [Fact]
    public void The_words_after_an_article_put_in_are_no_part_of_its_number()
    {
        var article = Statute.Parse("甲\n第十条 乙。\n第十条之一 一切单位应当丙。\n").Articles[1];
        Assert.Equal(("第十条之一", 1, "一切单位应当丙。"), (article.Label, article.Suffix, article.Words.ToString()));
    }

    [Fact]
    public void Each_part_is_told_from_the_others()
    {
        var statute = Statute.Parse(Regulation);
        Assert.Equal(
            [
                "Title:", "Caption:", "Caption:", "Contents:", "ContentsEntry:第一章", "ContentsEntry:第二章", "ContentsEntry:第一节", "ContentsEntry:",
                "Chapter:第一章", "Article:第一条", "Paragraph:", "Paragraph:", "Article:第二条", "Paragraph:", "Item:（一）", "Subitem:1．", "Subitem:2．", "Item:(二)",
                "Article:第二条之一", "Paragraph:", "Chapter:第二章", "Section:第一节", "Article:第3条", "Paragraph:", "Table:", "Chapter:", "Article:第四条", "Paragraph:",
                "Attachment:", "Paragraph:",
            ],
            statute.Nodes.Select((n, i) => $"{n.Part}:{statute.Label(i)}"));
        Assert.Equal("某市公园条例", statute.Title);
        Assert.Equal(["第一条", "第二条", "第二条之一", "第3条", "第四条"], statute.Articles.Select(a => a.Label));
        Assert.Equal([(1, 0), (2, 0), (2, 1), (3, 0), (4, 0)], statute.Articles.Select(a => (a.Number, a.Suffix)));
        Assert.Empty(statute.Defects);
    }

    [Fact]
    public void Words_stand_without_number_space_and_marks()
    {
        var statute = Statute.Parse("# 甲条例\n## 第一章 总 则\n**第一条**　为了甲。\n  （一） 乙；  \n");
        Assert.Equal(["甲条例", "总 则", "", "为了甲。", "乙；"], Enumerable.Range(0, 5).Select(i => statute.Words(i).ToString()));
        Assert.Equal([-1, -1, 1, 2, 3], statute.Nodes.Select(n => n.Parent));
    }

    [Fact]
    public void A_decision_has_points_and_quoted_text()
    {
        var statute = Statute.Parse("""
            关于修改《甲条例》的决定
            某市人大常委会决定对《甲条例》作如下修改：
            一、将第三条修改为：“第三条　甲。
            “乙。
            （一）丙。”
            二、增加一条，作为第五条：
            “第五条　丁。”
            三、删去第六条。
            本决定自公布之日起施行。
            """);
        Assert.Equal(["一", "二", "三"], statute.Articles.Select(a => a.Label));
        Assert.Equal(
            [Part.Title, Part.Preamble, Part.Point, Part.Quoted, Part.Quoted, Part.Point, Part.Quoted, Part.Point, Part.Paragraph],
            statute.Nodes.Select(n => n.Part));
    }

    [Theory]
    [InlineData("甲\n第一条 乙。\n第三条 丙。", DefectKind.Gap, 3, "第三条")]
    [InlineData("甲\n第一条 乙。\n第一条 丙。", DefectKind.Duplicate, 3, "第一条")]
    [InlineData("甲\n第一条 乙。\n第二条 丙。\n第一条 丁。", DefectKind.Backwards, 4, "第一条")]
    [InlineData("甲\n第二条 乙。", DefectKind.Gap, 2, "第二条")]
    [InlineData("甲\n第一条 乙（丙。", DefectKind.Bracket, 2, "第一条")]
    [InlineData("甲\n第一条 乙”丙。", DefectKind.Bracket, 2, "第一条")]
    [InlineData("甲\n第一条 乙（丙)。", DefectKind.Width, 2, "第一条")]
    [InlineData("甲\n第一条 乙：\n(一）丙。", DefectKind.Width, 3, "第一条")]
    [InlineData("甲\n第一条 乙：\n（一）丙；\n（三）丁。", DefectKind.Gap, 4, "第一条")]
    [InlineData("甲\n第 一条 乙。", DefectKind.Spacing, 2, "第一条")]
    [InlineData("甲\n第一条乙。", DefectKind.NoSpace, 2, "第一条")]
    [InlineData("甲\n第一条\n第二条 丙。", DefectKind.Empty, 2, "第一条")]
    [InlineData("第一条 乙。", DefectKind.NoTitle, 1, "")]
    [InlineData("甲\n第一章 乙\n第一条 丙。\n第三章 丁\n第二条 戊。", DefectKind.Gap, 4, "第三章")]
    [InlineData("甲\n第二章 乙\n第一条 丙。", DefectKind.LostHeading, 2, "第二章")]
    [InlineData("甲\n目录\n第一章 乙\n第二章 丙\n第一章 乙\n第一条 丁。", DefectKind.LostHeading, 4, "第二章")]
    [InlineData("甲\n目录\n第一章 乙\n第一章 乙\n第一条 丁。\n第二章 丙\n第二条 戊。", DefectKind.NotInContents, 6, "第二章")]
    [InlineData("甲\n第一条 乙\0。", DefectKind.Character, 2, "")]
    [InlineData("甲\n第九九九九九九九九九九九九九九九九九九九九九条 乙。", DefectKind.Number, 2, "第九九九九九九九九九九九九九九九九九九九九九条")]
    public void What_may_be_wrong_is_told_with_its_line(string text, DefectKind kind, int line, string where)
    {
        var defect = Assert.Single(Statute.Parse(text).Defects, d => d.Kind == kind);
        Assert.Equal((line, where), (defect.Line, defect.Where));
        Assert.NotEmpty(defect.Message);
    }

    [Theory]
    [InlineData("甲\n第一编 乙\n第一章 丙\n第一条 丁。\n第二编 戊\n第一章 己\n第二条 庚。")]
    [InlineData("甲\n第一编 乙\n第一章 丙\n第一条 丁。\n第二编 戊\n第二章 己\n第二条 庚。")]
    [InlineData("甲\n第一条 乙：\n（一）丙；\n（二）丁。\n戊：\n（一）己。\n庚：\n（二）辛。")]
    [InlineData("甲\n第一条 乙“丙\n丁”戊。\n第一条之一 己。\n第二条 庚。")]
    public void What_is_right_is_not_complained_of(string text) => Assert.Empty(Statute.Parse(text).Defects);
}
