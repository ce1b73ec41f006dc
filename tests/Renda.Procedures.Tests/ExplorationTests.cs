using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>What walking every state finds that looking at the drawing does not.</summary>
public sealed class ExplorationTests
{
    private const string Good = """
        procedure: errand
        title: 事项
        jurisdiction: CN
        in-force: 2020-01-01
        law: 某法
        roles:
          office: {title: 机关, posts: [office-clerk]}
        stages:
          open: {title: 在办, awaits: {office: finish}}
          judged: {title: 已评, awaits: {office: close}}
          done: {title: 办完, end: true}
        steps:
          begin:
            title: 开始
            to: open
            by: [office]
            asks:
              title: {title: 标题, type: text, required: true}
              kind: {title: 类别, type: choice, required: true, choices: {plain: 一般, hard: 疑难}}
            basis: 第一条
          finish:
            title: 办结
            from: [open]
            to: judged
            by: [office]
            asks: {}
            basis: 第二条
          close:
            title: 归档
            from: [judged]
            to: done
            by: [office]
            asks: {}
            basis: 第三条
        limits:
          work: {title: 办理, amount: 3, unit: month, start: 开始之日, from: [begin], until: [finish], basis: 第四条}
        """;

    [Fact]
    public void A_sound_file_is_walked_without_complaint()
    {
        var book = Load(Good);
        Assert.Empty(book.Problems);
        Assert.True(book.States[book.Procedures[0].Version] >= 4);
    }

    [Theory]
    [InlineData("    from: [judged]\n    to: done\n    by: [office]\n    asks: {}", "    from: [judged]\n    to: done\n    by: [office]\n    asks: {}\n    needs:\n      - {if: {last: begin, with: kind, is: [plain]}, says: 疑难的不能归档。}", "有走不到结束的情况：开始")]
    [InlineData("    from: [open]\n    to: judged\n    by: [office]\n    asks: {}", "    from: [open]\n    to: judged\n    by: [office]\n    asks: {}\n    needs:\n      - {if: {taken: close}, says: 要先归档。}", "步骤“finish”永远办不成：要先归档。")]
    [InlineData("from: [begin], until: [finish]", "from: [begin], until: [finish], when: [{field: kind, is: [plain]}, {field: kind, is: [hard]}]", "期限“work”永远不会起算")]
    public void What_no_path_can_do_is_found(string sound, string defective, string says)
    {
        Assert.Contains(sound, Good, StringComparison.Ordinal);
        var problems = Load(Good.Replace(sound, defective, StringComparison.Ordinal)).Problems;
        Assert.Contains(problems, p => p.Line > 0 && p.Reason.Contains(says, StringComparison.Ordinal));
    }

    private static RuleBook Load(string text) => RuleBook.Load([new RuleFile("CN/errand.yaml", text)], before: null, posts: null, walk: true);
}
