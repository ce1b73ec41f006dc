using Xunit;

namespace Renda.Procedures.Tests.Files;

/// <summary>A broken file is refused with file, line and reason, and the last good version stays in force.</summary>
public sealed class BrokenFileTests
{
    [Fact]
    public void The_small_procedure_is_good()
    {
        Assert.Empty(Small.Good.Problems);
        Assert.Equal(["CN", "370000"], Small.Good.Procedures.Select(p => p.Jurisdiction));
    }

    [Theory]
    // Unknown keys, at each depth.
    [InlineData("title: 差事\n", "title: 差事\ncolour: red\n", "colour", "不认识“colour”")]
    [InlineData("    to: late\n", "    to: late\n    too: late\n", "too:", "不认识“too”")]
    [InlineData("end: true}", "end: true, ends: true}", "finished: {", "不认识“ends”")]
    [InlineData("    unit: day\n", "    unit: day\n    units: day\n", "units:", "不认识“units”")]
    // Names that mean nothing.
    [InlineData("awaits: {clerk: finish}}\n  late", "awaits: {cook: finish}}\n  late", "given: {title", "角色“cook”没有定义")]
    [InlineData("awaits: {clerk: finish}}\n  late", "awaits: {clerk: cook}}\n  late", "given: {title", "不能办这一步")]
    [InlineData("awaits: {clerk: finish}}\n  late", "shown-as: hidden}\n  late", "given: {title", "“hidden”没有定义")]
    [InlineData("    to: late\n", "    to: later\n", "to: later", "环节“later”没有定义")]
    [InlineData("from: [given, late]", "from: [given, late, lost]", "lost", "环节“lost”没有定义")]
    [InlineData("    by: [clerk]\n", "    by: [cook]\n", "by: [cook]", "角色“cook”没有定义")]
    [InlineData("    by: [clerk]\n", "    by: [clerk]\n    hidden-from: [cook]\n", "hidden-from", "角色“cook”没有定义")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{last: gave, with: weight, is: [heavy]}", "last: gave", "步骤“gave”没有定义")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{last: give, with: height, is: [heavy]}", "with: height", "字段“height”")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{last: give, with: weight, is: [medium]}", "medium", "选项“medium”")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{weather: fine}", "weather", "读不懂这个条件")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{within: nothing}", "within: nothing", "期限“nothing”没有定义")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{taken: nothing}", "taken: nothing", "步骤“nothing”没有定义")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{no-party: cook}", "no-party: cook", "身份“cook”")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{part: lead}", "part: lead", "“lead”不在 parts 中")]
    [InlineData("{last: give, with: weight, is: [heavy]}", "{children: work, in: [done]}", "children: work", "子程序“work”没有定义")]
    [InlineData("type: text, required: true", "type: novel, required: true", "novel", "没有“novel”这种字段")]
    [InlineData("    from: [give]\n", "    from: [gave]\n", "from: [gave]", "步骤“gave”没有定义")]
    [InlineData("    until: [finish]\n", "    until: [lead.sign]\n", "until: [lead.sign]", "“lead.sign”没有定义")]
    [InlineData("    unit: day\n", "    unit: fortnight\n", "unit: fortnight", "“fortnight”不在可写之列")]
    // Ways that lead nowhere.
    [InlineData("  finished: {", "  lost: {title: 丢失}\n  finished: {", "lost: {title", "没有步骤能走到环节“lost”")]
    [InlineData("    from: [given, late]\n", "    from: [given]\n", "late: {title", "从环节“late”走不到任何结束")]
    [InlineData("    from: [given]\n", "    from: [given, finished]\n", "from: [given, finished]", "已经结束的环节“finished”")]
    [InlineData("    to: given\n", "    to: [{stage: given, when: {field: weight, is: [heavy]}}]\n", "to: [{stage: given", "最后一项要没有条件")]
    [InlineData("    to: given\n", "", "  give:", "既没有来处")]
    // A step without role or basis.
    [InlineData("    by: [clerk]\n", "", "  finish:", "没有写由谁办")]
    [InlineData("    basis: 第三条\n", "", "  finish:", "缺少“basis”")]
    [InlineData("title: 领导, posts: [boss]", "title: 领导", "boss: {title", "要写 party 或 posts")]
    // A limit that cannot start, stop or be counted.
    [InlineData("    from: [give]\n", "", "    title: 办完\n    amount", "要写由哪一步起算")]
    [InlineData("    until: [finish]\n", "", "    title: 办完\n    amount", "到哪一步为止")]
    [InlineData("    into: [given]\n", "    into: [late]\n", "from: [give]\n    into", "走不到 into 所写的环节")]
    [InlineData("    into: [given]\n", "    into: [lost]\n", "into: [lost]", "环节“lost”没有定义")]
    [InlineData("    amount: 3\n", "    amount: 三\n", "amount: 三", "1 到 9999 的整数")]
    [InlineData("    into: [given]\n", "    extends: first\n", "extends: first", "延长的“first”没有定义")]
    [InlineData("    into: [given]\n", "    from-end: true\n", "from-end: true", "没有写延长哪个期限")]
    [InlineData("    into: [given]\n", "    consent: cook\n", "consent: cook", "同意人“cook”没有定义")]
    [InlineData("    into: [given]\n", "    dated: {give: what}\n", "dated: {give", "没有这个日期字段")]
    [InlineData("    amount: 3\n    unit: day\n", "    kind: fixed\n    field: what\n", "field: what", "没有这个日期字段")]
    // Not YAML, or not this kind of file.
    [InlineData("title: 差事\n", "title: 差事: 事\n", "title: 差事: 事", "不是正确的 YAML")]
    [InlineData("title: 差事\n", "title: 差事\ntitle: 差使\n", "title: 差使", "不是正确的 YAML")]
    [InlineData("in-force: 2020-01-01", "in-force: 2020-02-30", "in-force", "应当是日期")]
    [InlineData("law: 差事法\n", "", "procedure: errand", "缺少“law”")]
    [InlineData("roles:\n", "roles: &all\n  self: *all\n", "self: *all", "")]
    public void A_broken_file_is_named_with_line_and_reason_and_the_last_good_version_stays(string old, string with, string marker, string reason)
    {
        var text = Small.Replace(Small.Text, old, with);
        var book = RuleBook.Load([new(Small.Path, text), new(Small.DeltaPath, Small.Delta)], Small.Good);

        var line = marker.StartsWith("    title: 办完\n    amount", StringComparison.Ordinal)
            ? Small.LineOf(text, marker) - 1 // A limit as a whole stands on the line of its name.
            : Small.LineOf(text, marker);
        Assert.Contains(book.Problems, p => p.Path == Small.Path && p.Line == line && p.Reason.Contains(reason));
        Assert.Equal(Small.Good.Procedures.Select(p => p.Version), book.Procedures.Select(p => p.Version));
        Assert.All(book.Problems.Where(p => p.Path == Small.DeltaPath), p => Assert.Equal(3, p.Line)); // amends: its base is broken
    }

    [Theory]
    [InlineData("    finish: {basis: 第九条}\n", "    vanish: {basis: 第九条}\n", "vanish", "底本没有“vanish”")]
    [InlineData("    finish: {basis: 第九条}\n", "    finish: {hint: 快办, colour: red}\n", "colour", "底本没有“colour”")]
    [InlineData("    finish: {basis: 第九条}\n", "    finish: {by: [cook]}\n", "by: [cook]", "角色“cook”没有定义")]
    [InlineData("    postpone:\n", "    finish:\n", "      title: 延期办完", "底本已有此项")]
    [InlineData("      from: [postpone]\n", "      from: [postponed]\n", "from: [postponed]", "步骤“postponed”没有定义")]
    [InlineData("add:\n", "remove:\n  steps: [vanish]\n\nadd:\n", "vanish", "底本没有“vanish”，无从删去")]
    [InlineData("add:\n", "remove:\n  steps: [finish]\n\nchanged:\n", "finish: {basis", "底本没有“finish”")]
    [InlineData("add:\n", "added:\n", "added", "不认识“added”")]
    [InlineData("amends: CN", "amends: \"110000\"", "amends", "找不到作为底本的 110000")]
    public void A_delta_that_no_longer_applies_is_refused_alone(string old, string with, string marker, string reason)
    {
        var text = Small.Replace(Small.Delta, old, with);
        var book = RuleBook.Load([new(Small.DeltaPath, text), new(Small.Path, Small.Text)], Small.Good);

        Assert.All(book.Problems, p => Assert.Equal(Small.DeltaPath, p.Path));
        Assert.Contains(book.Problems, p => p.Line == Small.LineOf(text, marker) && p.Reason.Contains(reason));
        Assert.Equal(Small.Good.Procedures.Select(p => p.Version), book.Procedures.Select(p => p.Version));
    }

    [Fact]
    public void A_base_that_moved_on_is_noticed_by_its_deltas()
    {
        var moved = Small.Text.Replace("  finish:", "  complete:", StringComparison.Ordinal).Replace("finish}", "complete}", StringComparison.Ordinal)
            .Replace("[finish]", "[complete]", StringComparison.Ordinal);
        var book = RuleBook.Load([new(Small.Path, moved), new(Small.DeltaPath, Small.Delta)], Small.Good);

        var problem = Assert.Single(book.Problems);
        Assert.Equal((Small.DeltaPath, 9), (problem.Path, problem.Line));
        Assert.NotEqual(Small.Good.Procedures[0].Version, book.Procedures[0].Version); // The new base is taken up,
        Assert.Same(Small.Good.Procedures[1], book.Procedures[1]); // the old local text stays in force.
    }

    [Fact]
    public void Two_files_for_the_same_place_and_day_are_refused_but_the_first_holds()
    {
        var book = RuleBook.Load([new("a.yaml", Small.Text), new("b.yaml", Small.Text)]);
        var problem = Assert.Single(book.Problems);
        Assert.Equal(("b.yaml", 4), (problem.Path, problem.Line));
        Assert.Contains("a.yaml", problem.Reason);
        Assert.Single(book.Procedures);
    }

    [Fact]
    public void A_problem_reads_as_file_line_and_reason() =>
        Assert.Equal("a.yaml:3: 坏了。", new RuleProblem("a.yaml", 3, "坏了。").ToString());

    [Fact]
    public void A_version_is_the_hash_of_base_and_delta_and_ignores_line_ends()
    {
        var windows = RuleBook.Load([new(Small.Path, Small.Text.ReplaceLineEndings("\r\n")), new(Small.DeltaPath, Small.Delta)]);
        Assert.Equal(Small.Good.Procedures.Select(p => p.Version), windows.Procedures.Select(p => p.Version));
        Assert.Equal("370000", Small.Good.ByVersion(Small.Good.Procedures[1].Version)?.Jurisdiction);
        Assert.Null(Small.Good.ByVersion("unknown"));
    }
}
