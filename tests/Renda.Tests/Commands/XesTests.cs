using System.Xml.Linq;
using Renda.Tests.Modules.Suggestions.Import;
using Xunit;

namespace Renda.Tests.Commands;

public sealed class XesTests : IAsyncLifetime
{
    private static readonly XNamespace Space = "http://www.xes-standard.org/";
    private Office office = null!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync();
        await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row(), Registers.Row("2026-0013")));
    }

    public ValueTask DisposeAsync()
    {
        office.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_matter_of_the_procedure_is_a_trace_of_its_records()
    {
        var ran = await office.RunAsync("ledger", "xes", "suggestion");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var traces = XElement.Parse(ran.Out).Elements(Space + "trace").ToList();
        Assert.Equal(["2026-0012", "2026-0013"], traces.Select(t => Value(t, "number")).Order(StringComparer.Ordinal));
        Assert.All(traces, t => Assert.Equal("补录", Value(Assert.Single(t.Elements(Space + "event")), "concept:name")));
    }

    [Fact]
    public async Task Parallel_work_is_a_log_of_its_own_that_names_its_whole()
    {
        var ran = await office.RunAsync("ledger", "xes", "handling");
        var traces = XElement.Parse(ran.Out).Elements(Space + "trace").ToList();
        Assert.NotEmpty(traces);
        Assert.All(traces, t => Assert.True(Guid.TryParse(Value(t, "parent"), out _)));
    }

    [Fact]
    public async Task What_is_private_and_who_a_person_is_stay_here()
    {
        await office.TamperAsync(
            "UPDATE matters SET private = 1 WHERE number = '2026-0013';"
            + "UPDATE records SET post_id = (SELECT p.id FROM posts p WHERE kind = 'deputy'), person_id = (SELECT person_id FROM posts WHERE kind = 'deputy')");
        var ran = await office.RunAsync("ledger", "xes", "suggestion");
        var trace = Assert.Single(XElement.Parse(ran.Out).Elements(Space + "trace"));
        Assert.Equal("2026-0012", Value(trace, "number"));
        Assert.Equal("济南代表团 人大代表", Value(trace.Element(Space + "event")!, "org:resource"));
        Assert.DoesNotContain("李建国", ran.Out, StringComparison.Ordinal);
        foreach (var person in await office.AskAsync(db => Task.FromResult(db.People.Select(p => p.Id).ToList())))
        {
            Assert.DoesNotContain(person.ToString(), ran.Out, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("draft", "draft", 0)]
    [InlineData("evaluate", "settled", 0)]
    [InlineData("assign", "handling", 1)]
    public async Task Drafts_and_acts_hidden_from_somebody_are_left_out(string step, string stage, int events)
    {
        await office.TamperAsync($"UPDATE records SET step = '{step}', stage = '{stage}' WHERE matter_id IN (SELECT id FROM matters WHERE procedure = 'suggestion')");
        var ran = await office.RunAsync("ledger", "xes", "suggestion");
        Assert.Equal(2 * events, XElement.Parse(ran.Out).Descendants(Space + "event").Count());
    }

    [Fact]
    public async Task The_log_goes_into_a_file_and_a_procedure_that_is_not_there_is_refused()
    {
        var file = Path.Combine(office.Data, "log.xes");
        Assert.Equal($"{file}：2 件事项，2 条记录。\n", (await office.RunAsync("ledger", "xes", "suggestion", "--output", file)).Out);
        Assert.Equal("log", XDocument.Load(file).Root!.Name.LocalName);
        Assert.Equal(2, (await office.RunAsync("ledger", "xes", "nothing")).Code);
    }

    private static string? Value(XElement of, string key) => (string?)of.Elements(Space + "string").SingleOrDefault(e => (string?)e.Attribute("key") == key)?.Attribute("value");
}
