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
    [InlineData("    from: [open]\n    to: judged\n    by: [office]\n    asks: {}", "    from: [open]\n    to: judged\n    by: [office]\n    asks: {}\n    needs:\n      - {if: {taken: close}, says: 要先归档。}", "步骤“finish”永远办不成：要先归档。经过：开始。")]
    [InlineData("    from: [open]\n    to: judged\n    by: [office]\n    asks: {}", "    from: [open]\n    to: judged\n    by: [office]\n    asks: {n: {title: 数, type: number, required: true, max: 10}}\n    needs:\n      - {if: {number: n, at-least: 24}, says: 不够。}", "有走不到结束的情况：开始。")]
    [InlineData("from: [begin], until: [finish]", "from: [finish], until: [begin]", "期限“work”永远停不下来")]
    [InlineData("from: [begin], until: [finish]", "from: [begin], until: [begin]", "期限“work”永远停不下来")]
    [InlineData("from: [begin], until: [finish]", "from: [begin], until: [finish], when: [{field: kind, is: [plain]}, {field: kind, is: [hard]}]", "期限“work”永远不会起算")]
    public void What_no_path_can_do_is_found(string sound, string defective, string says)
    {
        Assert.Contains(sound, Good, StringComparison.Ordinal);
        var problems = Load(Good.Replace(sound, defective, StringComparison.Ordinal)).Problems;
        Assert.Contains(problems, p => p.Line > 0 && p.Reason.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_child_that_gets_stuck_below_a_whole_that_ends_is_found()
    {
        var problem = Assert.Single(Load(Limbo).Problems);
        Assert.Contains("子程序“ride”有走不到结束的情况：开始 → 办结 → who-1：上车。", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_the_end_of_the_whole_carries_along_is_not_stuck()
    {
        var text = Limbo.Replace("    asks: {}\n    basis: 第三条", "    asks: {}\n    carries: [{child: ride, step: fetch}]\n    basis: 第三条", StringComparison.Ordinal) +
            "\n      fetch: {title: 接回, from: [waiting, limbo], to: over, by: [office], basis: 第七条}\n";
        Assert.Empty(Load(text).Problems);
    }

    [Fact]
    public void Only_the_last_of_many_answers_meeting_a_guard_is_found()
    {
        Assert.Empty(Load(Asking(fields: 3, choices: 5, needs: "[{field: f0, is: [c4]}, {field: f1, is: [c4]}, {field: f2, is: [c4]}]", of: "finish")).Problems);
    }

    [Fact]
    public void A_dead_end_behind_the_last_of_many_answers_is_found()
    {
        var problems = Load(Asking(fields: 3, choices: 5, needs: "{not: [{last: finish, with: f0, is: [c4]}, {last: finish, with: f1, is: [c4]}, {last: finish, with: f2, is: [c4]}]}", of: "close")).Problems;
        Assert.Contains(problems, p => p.Reason.Contains("有走不到结束的情况：开始 → 办结。", StringComparison.Ordinal));
    }

    [Fact]
    public void More_answers_than_can_be_walked_are_refused_with_their_number()
    {
        var all = string.Join(", ", Enumerable.Range(0, 9).Select(n => $"{{field: f{n}, is: [c1]}}"));
        var problem = Assert.Single(Load(Asking(fields: 9, choices: 2, needs: $"[{all}]", of: "finish")).Problems);
        Assert.Contains("步骤“finish”有条件问到的选项合起来有 512 种填法，最多能走遍 256 种。", problem.Reason, StringComparison.Ordinal);
        Assert.True(problem.Line > 0);
    }

    // The errand whose second step asks several choices.
    private static string Asking(int fields, int choices, string needs, string of)
    {
        var each = string.Join(", ", Enumerable.Range(0, choices).Select(c => $"c{c}: 选{c}"));
        var asks = string.Concat(Enumerable.Range(0, fields).Select(f => $"\n      f{f}: {{title: 项{f}, type: choice, required: true, choices: {{{each}}}}}"));
        var guard = $"\n    needs:\n      - {{if: {needs}, says: 不行。}}";
        return Good
            .Replace("    asks: {}\n    basis: 第二条", $"    asks:{asks}{(of == "finish" ? guard : "")}\n    basis: 第二条", StringComparison.Ordinal)
            .Replace("    asks: {}\n    basis: 第三条", $"    asks: {{}}{(of == "close" ? guard : "")}\n    basis: 第三条", StringComparison.Ordinal);
    }

    private static readonly string Limbo = Good.Replace(
        "    from: [open]\n    to: judged\n    by: [office]\n    asks: {}",
        "    from: [open]\n    to: judged\n    by: [office]\n    asks: {who: {title: 单位, type: units, required: true}}\n    opens: [{child: ride, each: who}]",
        StringComparison.Ordinal) + "\n" + """
        children:
          ride:
            title: 乘车
            stages:
              waiting: {title: 候车}
              limbo: {title: 半路}
              over: {title: 已到, end: true}
            steps:
              call: {title: 叫车, to: waiting, by: [office], basis: 第三条}
              board: {title: 上车, from: [waiting], to: limbo, by: [office], asks: {j: {title: 甲, type: choice, required: true, choices: {m: 是, n: 非}}}, basis: 第四条}
              leave: {title: 下车, from: [limbo], to: over, by: [office], needs: [{if: {last: board, with: j, is: [m]}, says: 半路不能下车。}], basis: 第五条}
        """;

    private static RuleBook Load(string text) => RuleBook.Load([new RuleFile("CN/errand.yaml", text)], before: null, posts: null, walk: true);
}
