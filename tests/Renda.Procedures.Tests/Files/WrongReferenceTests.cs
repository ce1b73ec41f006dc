using Xunit;

namespace Renda.Procedures.Tests.Files;

/// <summary>What names something that is not there, or that cannot be done, is found when the file is read, not on the day it is needed.</summary>
public sealed class WrongReferenceTests
{
    /// <summary>A procedure with children: a step opens them, another takes them along.</summary>
    private const string Family = """
        procedure: outing
        title: 出行
        jurisdiction: CN
        in-force: 2020-01-01
        law: 出行法

        roles:
          boss: {title: 领导, posts: [boss]}

        stages:
          planned: {title: 已计划, awaits: {boss: stop}}
          done: {title: 已结束, end: true}

        steps:
          plan:
            title: 计划
            to: planned
            by: [boss]
            asks:
              who: {title: 单位, type: units}
              why: {title: 缘由, type: text}
              haste: {title: 缓急, type: choice, choices: {slow: 缓, fast: 急}}
            opens:
              - {child: ride, part: car, each: who}
            basis: 第一条
          stop:
            title: 停止
            from: [planned]
            to: done
            by: [boss]
            carries:
              - {child: ride, step: halt}
            basis: 第二条

        children:
          ride:
            title: 乘车
            parts: {car: 车}
            stages:
              waiting: {title: 候车, awaits: {boss: board}}
              riding: {title: 在途, awaits: {boss: halt}}
              over: {title: 已到, end: true}
            steps:
              call: {title: 叫车, to: waiting, by: [boss], basis: 第三条}
              board: {title: 上车, from: [waiting], to: riding, by: [boss], basis: 第四条}
              halt: {title: 停车, from: [waiting, riding], to: over, by: [boss], basis: 第五条}

        limits:
          stop:
            title: 停止
            amount: 3
            unit: day
            start: 计划之日
            from: [plan]
            until: [stop]
            when: {field: haste, is: [fast]}
            basis: 第六条
        """;

    private static readonly HashSet<string> Posts = new(StringComparer.Ordinal) { "boss" };

    [Fact]
    public void The_family_is_good() => Assert.Empty(Load(Family).Problems);

    [Theory]
    [InlineData("when: {field: haste, is: [fast]}", "when: {field: haset, is: [fast]}", "haset", "字段“haset”")]
    [InlineData("when: {field: haste, is: [fast]}", "when: {field: haste, is: [fats]}", "fats", "选项“fats”")]
    [InlineData("posts: [boss]", "posts: [boss, bos]", "bos]", "职务“bos”不存在")]
    [InlineData("from: [waiting, riding], to: over", "from: [riding], to: over", "child: ride, step: halt", "从环节“waiting”办不了")]
    [InlineData("title: 停车, ", "title: 停车, asks: {place: {title: 何处, type: text, required: true}}, ", "child: ride, step: halt", "必填的“place”")]
    [InlineData("{child: ride, step: halt}", "{child: ride, step: halt, part: bus}", "child: ride, step: halt", "没有“bus”这一部分")]
    [InlineData("each: who", "each: why", "each: why", "填的不是单位")]
    [InlineData("call: {title: 叫车", "hail: {title: 招手, to: waiting, by: [boss], basis: 第三条}\n      call: {title: 叫车", "  ride:", "现有 2 步")]
    [InlineData("call: {title: 叫车, to: waiting", "call: {title: 叫车, from: [riding], to: waiting", "  ride:", "现有 0 步")]
    [InlineData("basis: 第二条", "needs: [{if: {children: ride, as: bus, in: [over]}, says: 没到。}]\n    basis: 第二条", "as: bus", "没有“bus”这一部分")]
    [InlineData("type: units}", "type: units, posts: [nobody]}", "nobody", "职务“nobody”不存在")]
    [InlineData("basis: 第二条", "only-if: {limit: typo}\n    basis: 第二条", "only-if", "期限“typo”没有定义")]
    [InlineData("basis: 第二条", "needs: [{if: {taken: plan}, says: \"{nonsense}\"}]\n    basis: 第二条", "nonsense", "“{nonsense}”没有内容可填")]
    [InlineData("basis: 第二条", "needs: [{if: {taken: plan}, says: \"{who}没到\"}]\n    basis: 第二条", "没到", "“{who}”没有内容可填")]
    [InlineData("basis: 第二条", "hint: \"{due}前\"\n    basis: 第二条", "hint", "“{due}”没有内容可填")]
    [InlineData("basis: 第二条", "number: \"办{foo}{n}号\"\n    basis: 第二条", "number", "编号里没有“{foo}”可填")]
    [InlineData("basis: 第二条", "number: \"办{year}号\"\n    basis: 第二条", "number", "要有顺序号 {n}")]
    [InlineData("basis: 第二条", "basis: \" \"", "basis: \" \"", "这里应当是文字")]
    [InlineData("procedure: outing", "procedure: \"../../evil\"", "evil", "只能用小写英文字母")]
    [InlineData("procedure: outing", "procedure: \"a b<script>\"", "script", "只能用小写英文字母")]
    [InlineData("  plan:\n", "  a/b?c:\n", "a/b?c", "只能用小写英文字母")]
    [InlineData("amount: 3\n    unit: day", "amount: 9999\n    unit: year", "amount: 9999", "最多写 100")]
    public void A_wrong_reference_is_named_with_its_line(string old, string with, string marker, string reason)
    {
        var text = Small.Replace(Family, old, with);
        Assert.Contains(Load(text).Problems, p => p.Line == Small.LineOf(text, marker) && p.Reason.Contains(reason));
    }

    [Fact]
    public void A_stage_another_procedure_does_not_have_is_named_with_its_line()
    {
        var text = Small.Replace(Family, "basis: 第二条", "needs: [{if: {linked: errand, in: [finished, nowhere]}, says: 没完。}]\n    basis: 第二条");
        var problem = Assert.Single(RuleBook.Load([new("CN/outing.yaml", text), new(Small.Path, Small.Text)], before: null, new HashSet<string>(Posts)).Problems);
        Assert.Contains("程序“errand”没有环节“nowhere”", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_only_a_local_text_sets_may_be_asked_about()
    {
        var text = Small.Replace(Small.Text, "            basis: 第二条".TrimStart(), "only-if: {limit: postpone}\n    basis: 第二条");
        Assert.DoesNotContain(RuleBook.Load([new(Small.Path, text), new(Small.DeltaPath, Small.Delta)], before: null, new HashSet<string>(Posts)).Problems, p => p.Reason.Contains("only-if", StringComparison.Ordinal));
    }

    private static RuleBook Load(string text) => RuleBook.Load([new("CN/outing.yaml", text)], before: null, Posts);
}
