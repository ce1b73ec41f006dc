using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Platform.Figures;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;
using Figure = Renda.Procedures.Figure;

namespace Renda.Tests.Platform.Figures;

/// <summary>What the database counts is what is counted by reading all records one by one.</summary>
public sealed class ReckoningTests
{
    private static readonly Period Always = new(new(2000, 1, 1), new(2100, 12, 31));

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_figure_is_what_reading_the_records_gives(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        await using var scope = site.Services.CreateAsyncScope();
        var (db, reckoner, rules) = (scope.ServiceProvider.GetRequiredService<RendaDb>(), scope.ServiceProvider.GetRequiredService<Reckoner>(), scope.ServiceProvider.GetRequiredService<RuleShelf>());
        var matters = await db.Matters.AsNoTracking().ToDictionaryAsync(m => m.Id, TestContext.Current.CancellationToken);
        var acts = await db.Passages.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var (counted, dimensions) = (0, 0);
        foreach (var figure in rules.Figures.Figures.Where(f => f is { Measure: FigureMeasure.Count, Where.Count: 0 }))
        {
            var expected = figure.Rows switch
            {
                FigureRows.Acts => acts.Count(a => figure.Of.Contains(a.Procedure) && figure.Acts.Contains(a.Step)),
                FigureRows.Opened => matters.Values.Count(m => figure.Of.Contains(m.Procedure) && !m.Private),
                FigureRows.Closed => acts.Count(a => figure.Of.Contains(a.Procedure) && a.FromStage != a.ToStage && figure.In.Contains(a.ToStage)),
                _ => -1,
            };
            var reckoned = await reckoner.ReckonAsync(Cast.Code, figure, Always);
            Assert.True(expected < 0 || expected == reckoned.Value, $"{figure.Key}: {expected} in the records, {reckoned.Value} counted");
            Assert.Equal(reckoned.Records, (int)reckoned.Value!);
            counted += expected > 0 ? 1 : 0;
            foreach (var by in expected > 0 && figure.Rows != FigureRows.Acts ? Dimension.Of(rules.Book, rules.Figures, figure) : [])
            {
                var under = await reckoner.ReckonAsync(Cast.Code, figure, Always, by);
                Assert.True(under.Sum(u => u.Value) == reckoned.Value, $"{figure.Key} by {by.Id}: {under.Sum(u => u.Value)} and not {reckoned.Value}");
                dimensions++;
            }
        }

        Assert.True(counted > 250 && dimensions > 300, $"{counted} figures, {dimensions} dimensions");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Conditions_and_measures_read_what_was_given(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        await using var scope = site.Services.CreateAsyncScope();
        var (db, reckoner, rules) = (scope.ServiceProvider.GetRequiredService<RendaDb>(), scope.ServiceProvider.GetRequiredService<Reckoner>(), scope.ServiceProvider.GetRequiredService<RuleShelf>());
        var book = FigureBook.Load([new RuleFile("figures/t.yaml", """
            figures:
              held: {title: 学习, unit: 次, group: organisation, of: study-day, act: hold}
              discussed: {title: 研讨, unit: 次, group: organisation, of: study-day, act: hold, where: {way: [discuss, lecture]}}
              core: {title: 中心组, unit: 次, group: organisation, of: study-day, act: hold, where: {kind: core}}
              hours: {title: 学时, unit: 学时, group: organisation, of: study-day, act: hold, sum: hours}
              people: {title: 参加人员, unit: 人, group: organisation, of: study-day, act: hold, distinct: attended}
              problems: {title: 问题, unit: 个, group: plan, of: rectify-measure, act: assign, distinct: problem-no, per: whole}
              years: {title: 连续, unit: 年, group: oversight, of: series-year, act: set-up, run: nth}
              share: {title: 占比, unit: "%", group: organisation, share: core, among: held}
              change: {title: 变化, unit: "%", group: organisation, change: held}
            """)], rules.Book, Renda.Platform.Access.Posts.Named);
        Assert.Empty(book.Problems);
        async Task<decimal?> Of(string key) => (await reckoner.ReckonAsync(Cast.Code, book.Find(key)!, Always)).Value;

        var days = await (from r in db.Records join m in db.Matters on r.MatterId equals m.Id where m.Procedure == "study-day" && r.Step == "hold" select new { r.Particulars, m.ParentId }).ToListAsync(TestContext.Current.CancellationToken);
        var given = days.Select(d => (Given: RecordJson.ReadParticulars(d.Particulars), d.ParentId)).ToList();
        Assert.NotEmpty(given);
        Assert.Equal(given.Count, await Of("held"));
        Assert.Equal(given.Count(g => g.Given.One("way") is "discuss" or "lecture"), await Of("discussed"));
        Assert.Equal(given.Sum(g => decimal.Parse(g.Given.One("hours")!, System.Globalization.CultureInfo.InvariantCulture)), await Of("hours"));
        Assert.Equal(given.SelectMany(g => g.Given.Values["attended"]).Distinct().Count(), await Of("people"));
        var plans = await db.Records.Where(r => r.Step.StartsWith("plan")).ToListAsync(TestContext.Current.CancellationToken);
        var core = plans.Where(p => RecordJson.ReadParticulars(p.Particulars).One("kind") == "core").Select(p => p.MatterId).ToHashSet();
        Assert.Equal(given.Count(g => core.Contains(g.ParentId!.Value)), await Of("core"));
        Assert.True(await Of("problems") > 0);
        Assert.True(await Of("years") > 0);
    }

    [Theory]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day, act: held}", "步骤“held”没有定义")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study, act: hold}", "程序“study”没有定义")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day, act: hold, where: {kind: [cor]}}", "“kind”没有选项“cor”")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day, act: hold, where: {colour: red}}", "字段“colour”没有定义")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day}", "“act”和“matters”恰好写一项")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day, act: hold, sum: hours, distinct: attended}", "只能写一项")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day, matters: standing}", "缺少“in”")]
    [InlineData("{title: 占比, unit: '%', group: organisation, share: nothing, among: a}", "数字“nothing”没有定义")]
    [InlineData("{title: 占比, unit: '%', group: organisation, change: a}", "自己也是由别的数字算出的")]
    [InlineData("{title: 学习, unit: 次, group: elsewhere, of: study-day, act: hold}", "group 应当是其中之一")]
    [InlineData("{title: 学习, unit: 次, group: organisation, of: study-day, act: hold, colour: red}", "不认识“colour”")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string figure, string sentence)
    {
        var rules = new RuleShelf(Path.Combine(AppContext.BaseDirectory, "rules"), TimeProvider.System);
        var book = FigureBook.Load([new RuleFile("figures/t.yaml", $"figures:\n  a: {figure}\n")], rules.Book, Renda.Platform.Access.Posts.Named);
        var problem = book.Problems[0];
        Assert.Contains(sentence, problem.Reason, StringComparison.Ordinal);
        Assert.Equal(2, problem.Line);
        Assert.Null(book.Find("a"));
    }
}
