using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Commands;
using Renda.Database;
using Renda.Modules.Demo.Founding;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Figures;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Modules.Demo;

/// <summary>The figures of the founding document follow from records, and from nothing else.</summary>
public sealed partial class FoundingYearTests
{
    private static readonly Lazy<Task<string>> Filled = new(FillAsync);

    [Fact]
    public async Task The_command_finds_every_figure_in_the_records()
    {
        var output = new StringWriter();
        var code = await CommandLine.RunAsync(["report", "founding-year", "--json"], output, TextWriter.Null, TimeProvider.System);
        using var told = JsonDocument.Parse(output.ToString());
        Assert.All(told.RootElement.EnumerateArray(), f => Assert.True(f.GetProperty("holds").GetBoolean() && f.GetProperty("records").GetInt32() > 0, f.ToString()));
        Assert.Equal(Expectation.All().Select(e => e.Key), told.RootElement.EnumerateArray().Select(f => f.GetProperty("key").GetString()));
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("study-day", "hold", "机关党组理论学习和研讨交流", "study-sessions")]
    [InlineData("course", "finish", "党员素质能力提升培训班（第二期）", "party-courses")]
    [InlineData("voter-opinion", "receive", "情况的报告", "collected-reports")]
    [InlineData("voter-opinion", "receive", "的建议意见", "collected-opinions")]
    [InlineData("awarded-suggestion", "award", "通报表彰", "commended-suggestions")]
    [InlineData("advanced-unit", "award", "通报表彰", "commended-units")]
    [InlineData("secondment-posting", "assign", "四进攻坚", "four-in")]
    [InlineData("model-office", "hold-meeting", "模范机关创建", "model-meetings")]
    [InlineData("rectify-measure", "assign", "形式主义官僚主义整治台账", "formalism-measures")]
    [InlineData("plan-measure", "assign", "贯彻省委重点工作部署", "key-measures")]
    [InlineData("plan-measure", "align", "重点法规实行专班起草", "eight-strategies")]
    [InlineData("series-year", "finish", "2018年（连续第4年）", "oversight-years environment-years")]
    [InlineData("regulation", "publish-draft", "突发事件应急保障条例", "law-emergency")]
    [InlineData("admission", "vote", "江望舒", "admission-steps")]
    [InlineData("meeting-request", "hold", "2019年", "meetings-change")]
    public async Task Without_one_record_exactly_its_figure_falls(string procedure, string step, string title, string falls)
    {
        var data = DemoSite.Temporary();
        File.Copy(Path.Combine(await Filled.Value, "renda.db"), Path.Combine(data, "renda.db"));
        var before = await ReckonAsync(data);
        var found = await RemoveAsync(data, procedure, step, title);
        var after = await ReckonAsync(data);
        Directory.Delete(data, recursive: true);
        Assert.True(found);
        Assert.Equal(falls.Split(' ', StringSplitOptions.RemoveEmptyEntries), before.Zip(after).Where(p => p.First.Found.Value != p.Second.Found.Value).Select(p => p.First.Expected.Key));
        Assert.All(before.Zip(after).Where(p => p.First.Expected.How == "is" && p.First.Found.Value != p.Second.Found.Value), p => Assert.False(p.Second.Holds));
    }

    [Fact]
    public async Task Told_again_it_is_the_same()
    {
        var again = await FillAsync();
        Assert.Equal(await ToldAsync(await Filled.Value), await ToldAsync(again));
    }

    [Fact]
    public async Task The_record_of_the_year_verifies()
    {
        Assert.Equal(0, await CommandLine.RunAsync(["ledger", "verify", $"--Renda:Data={await Filled.Value}"], TextWriter.Null, TextWriter.Null, TimeProvider.System));
    }

    [Fact]
    public async Task The_report_has_no_number_but_figures_on_file()
    {
        await using var app = RendaApp.Create([$"--Renda:Data={await Filled.Value}"]);
        await using var scope = app.Services.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<RuleShelf>();
        var text = MarkupReader.Read(await File.ReadAllTextAsync(Path.Combine(rules.Directory, "reports", "founding-year.md"), TestContext.Current.CancellationToken), _ => null);
        Assert.Empty(text.Problems);
        var reckoner = scope.ServiceProvider.GetRequiredService<Reckoner>();
        var asked = text.Blocks.SelectMany(b => b switch { Heading h => h.Spans, Paragraph p => p.Spans, _ => [] }).OfType<Number>().Select(n => n.Asked.Key).Concat(text.Blocks.OfType<Series>().Select(s => s.Asked.Key)).ToHashSet();
        Assert.All(asked, key => Assert.NotNull(reckoner.Find(key)));
        Assert.Empty(Expectation.All().Select(e => e.Key).Except([.. asked, "oversight-years"])); // The years of both subjects together say nothing.
    }

    private static async Task<string> FillAsync()
    {
        var data = DemoSite.Temporary();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        await InAsync(data, async services => await FoundingOffice.FillAsync(services));
        return data;
    }

    private static async Task<IReadOnlyList<Checked>> ReckonAsync(string data)
    {
        IReadOnlyList<Checked> found = [];
        await InAsync(data, async services => found = await Expectation.CheckAsync(services.GetRequiredService<Reckoner>()));
        return found;
    }

    private static async Task InAsync(string data, Func<IServiceProvider, Task> act)
    {
        await using (var app = RendaApp.Create([$"--Renda:Data={data}"]))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await Storage.MigrateAsync(scope.ServiceProvider.GetRequiredService<RendaDb>(), app.Configuration);
            await act(scope.ServiceProvider);
        }

        SqliteConnection.ClearAllPools(); // The last connection to close puts the write-ahead log into the file.
    }

    // Behind the program's back, as nobody is able to through it; what is kept beside the records is made of them anew.
    private static async Task<bool> RemoveAsync(string data, string procedure, string step, string title)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(data, "renda.db")};Pooling=False");
        await file.OpenAsync();
        var triggers = new List<string>();
        await using (var all = file.CreateCommand())
        {
            all.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'records'";
            await using var rows = await all.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                triggers.Add(rows.GetString(0));
            }
        }

        await using var remove = file.CreateCommand();
        remove.CommandText = string.Concat(triggers.Select(t => $"DROP TRIGGER {t};")) + """
            DELETE FROM records WHERE rowid = (SELECT r.rowid FROM records r JOIN matters m ON m.congress = r.congress AND m.id = r.matter_id
                LEFT JOIN matters w ON w.congress = m.congress AND w.id = m.parent_id
                WHERE m.procedure = $procedure AND r.step = $step AND (m.title LIKE $title OR w.title LIKE $title) ORDER BY r."on" DESC, r.matter_id LIMIT 1)
            """;
        remove.Parameters.AddWithValue("$procedure", procedure);
        remove.Parameters.AddWithValue("$step", step);
        remove.Parameters.AddWithValue("$title", $"%{title}%");
        var removed = await remove.ExecuteNonQueryAsync();
        await using var again = file.CreateCommand();
        again.CommandText = "DELETE FROM passages";
        await again.ExecuteNonQueryAsync();
        return removed == 1;
    }

    // Ids are made as they are needed; all else is the same each time.
    private static async Task<IReadOnlyList<string>> ToldAsync(string data)
    {
        List<string> told = [];
        await InAsync(data, async services =>
        {
            var db = services.GetRequiredService<RendaDb>();
            var records = await (from r in db.Records.AsNoTracking()
                                 join m in db.Matters on new { r.Congress, Id = r.MatterId } equals new { m.Congress, m.Id }
                                 select new { m.Procedure, m.Title, m.Stage, r }).ToListAsync();
            told = [.. records.Select(x => $"{x.r.At:O} {x.Procedure} {x.Title} {x.Stage} {x.r.Sequence} {x.r.Step} {x.r.Stage} {x.r.On} {Id().Replace(x.r.Particulars, "#")}").Order(StringComparer.Ordinal)];
        });
        return told;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
