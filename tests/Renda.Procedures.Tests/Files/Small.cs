namespace Renda.Procedures.Tests.Files;

/// <summary>A small procedure to break, and a delta on it.</summary>
internal static class Small
{
    public const string Path = "rules/CN/errand.yaml";
    public const string DeltaPath = "rules/370000/errand.yaml";

    public const string Text = """
        procedure: errand
        title: 差事
        jurisdiction: CN
        in-force: 2020-01-01
        law: 差事法

        roles:
          boss: {title: 领导, posts: [boss]}
          clerk: {title: 办事员, party: clerk}

        stages:
          given: {title: 已交代, awaits: {clerk: finish}}
          late: {title: 已延期, awaits: {clerk: finish}}
          finished: {title: 已办完, end: true}

        steps:
          give:
            title: 交代
            to: given
            by: [boss]
            asks:
              what: {title: 事项, type: text, required: true}
              weight:
                title: 轻重
                type: choice
                choices: {light: 轻, heavy: 重}
            basis: 第一条
          postpone:
            title: 延期
            from: [given]
            to: late
            by: [boss]
            needs:
              - {if: {last: give, with: weight, is: [heavy]}, says: 轻的不延。}
            basis: 第二条
          finish:
            title: 办完
            from: [given, late]
            to: finished
            by: [clerk]
            basis: 第三条

        limits:
          finish:
            title: 办完
            amount: 3
            unit: day
            start: 交代之日
            from: [give]
            into: [given]
            until: [finish]
            basis: 第四条
        """;

    public const string Delta = """
        procedure: errand
        jurisdiction: "370000"
        amends: CN
        in-force: 2021-01-01
        law: 山东差事条例

        change:
          steps:
            finish: {basis: 第九条}
          limits:
            finish: {amount: 5, basis: 第十条}

        add:
          limits:
            postpone:
              title: 延期办完
              amount: 9
              unit: day
              start: 延期之日
              from: [postpone]
              until: [finish]
              basis: 第十一条
        """;

    public static readonly RuleBook Good = RuleBook.Load([new(Path, Text), new(DeltaPath, Delta)]);

    /// <summary>The file with one passage replaced; a passage that is not there once is a mistake of the test.</summary>
    public static string Replace(string text, string old, string with) =>
        text.Split(old).Length == 2 ? text.Replace(old, with, StringComparison.Ordinal) : throw new ArgumentException($"“{old}” is not there exactly once.", nameof(old));

    /// <summary>The line a passage stands on.</summary>
    public static int LineOf(string text, string passage) => text[..text.IndexOf(passage, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
