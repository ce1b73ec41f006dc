using System.Xml.Linq;
using Xunit;

namespace Renda.Procedures.Tests;

public sealed class XesTests
{
    private static readonly XNamespace Space = "http://www.xes-standard.org/";
    private static readonly DateTimeOffset At = new(2026, 2, 13, 9, 30, 0, 125, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_log_declares_its_extensions_and_what_every_event_has_before_the_first_trace()
    {
        var log = await WriteAsync([Case("1", Event("交办"))]);
        Assert.Equal("1849.2016", (string?)log.Attribute("xes.version"));
        Assert.Equal(
            ["extension", "extension", "extension", "extension", "global", "global", "classifier", "classifier", "string", "string", "string", "trace"],
            log.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["concept", "org", "time", "lifecycle"], log.Elements(Space + "extension").Select(e => (string)e.Attribute("prefix")!));
        Assert.All(log.Elements(Space + "extension"), e => Assert.Equal($"http://www.xes-standard.org/{(string)e.Attribute("prefix")!}.xesext", (string?)e.Attribute("uri")));
    }

    [Fact]
    public async Task Every_prefix_used_is_declared_and_every_event_has_what_the_globals_promise()
    {
        var log = await WriteAsync([Case("1", Event("交办"), Event("答复"))]);
        var declared = log.Elements(Space + "extension").Select(e => (string)e.Attribute("prefix")!).ToHashSet();
        Assert.DoesNotContain(log.Descendants().Attributes("key").Select(k => k.Value).Where(k => k.Contains(':')), k => !declared.Contains(k.Split(':')[0]));
        var promised = log.Elements(Space + "global").Single(g => (string?)g.Attribute("scope") == "event").Elements().Attributes("key").Select(k => k.Value).ToList();
        Assert.All(log.Descendants(Space + "event"), e => Assert.Subset(e.Elements().Attributes("key").Select(k => k.Value).ToHashSet(), promised.ToHashSet()));
    }

    [Fact]
    public async Task An_event_tells_what_when_as_what_and_by_whom()
    {
        var log = await WriteAsync([Case("370000-1", Event("交办"))]);
        var one = log.Descendants(Space + "event").Single();
        Assert.Equal(
            ["concept:name=交办", "time:timestamp=2026-02-13T09:30:00.125+08:00", "lifecycle:transition=complete", "org:role=经办人", "org:resource=省教育厅 经办人", "step=assign"],
            one.Elements().Select(e => $"{(string)e.Attribute("key")!}={(string)e.Attribute("value")!}"));
        Assert.Equal("370000-1", (string?)log.Element(Space + "trace")!.Elements().First().Attribute("value"));
    }

    [Theory]
    [InlineData("甲\u0000乙\u0008\u001f丙", "甲乙丙")]
    [InlineData("<a href=\"x\">&amp;</a>", "<a href=\"x\">&amp;</a>")]
    [InlineData("一行\n又一行\t完", "一行\n又一行\t完")]
    [InlineData("\ufffe\uffff𠮷", "𠮷")]
    public async Task Whatever_a_text_holds_the_log_can_be_read(string text, string read)
    {
        var log = await WriteAsync([Case("1", Event(text))]);
        Assert.Equal(read, (string?)log.Descendants(Space + "event").Single().Elements().First().Attribute("value"));
    }

    // Not with the others: the compiler does not keep half a pair in an attribute.
    [Fact]
    public async Task Half_a_character_becomes_the_replacement_character()
    {
        var log = await WriteAsync([Case("1", Event("半个\ud83d字"))]);
        Assert.Equal("半个\ufffd字", (string?)log.Descendants(Space + "event").Single().Elements().First().Attribute("value"));
    }

    [Fact]
    public async Task Nobody_acting_leaves_no_role_and_no_resource()
    {
        var log = await WriteAsync([Case("1", Event("交办") with { Role = null, Resource = null })]);
        Assert.DoesNotContain(log.Descendants(Space + "event").Elements().Attributes("key"), k => k.Value.StartsWith("org:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_are_written_as_they_come_and_not_kept()
    {
        var counted = new Counting();
        var most = 0L;
        async IAsyncEnumerable<XesCase> Many()
        {
            for (var i = 0; i < 2_000; i++)
            {
                most = Math.Max(most, i * 500L - counted.Written);
                yield return Case($"{i}", Event("交办"), Event("答复"));
                await Task.Yield();
            }
        }

        Assert.Equal((2_000L, 4_000L), await Xes.WriteAsync(counted, new XesLog("x", new Dictionary<string, string>()), Many(), TestContext.Current.CancellationToken));
        Assert.InRange(most, 0, 50_000); // Every case takes more than 500 characters; what is not yet written is a buffer's worth.
    }

    private static XesEvent Event(string name) => new(name, At, "经办人", "省教育厅 经办人", new Dictionary<string, string> { ["step"] = "assign" });

    private static XesCase Case(string id, params XesEvent[] events) => new(id, new Dictionary<string, string>(), events);

    private static async Task<XElement> WriteAsync(XesCase[] cases)
    {
        using var text = new StringWriter();
        await Xes.WriteAsync(text, new XesLog("代表建议", new Dictionary<string, string> { ["procedure"] = "suggestion" }), cases.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return XElement.Parse(text.ToString());
    }

    private sealed class Counting : StringWriter
    {
        public long Written { get; private set; }

        public override void Write(char[] buffer, int index, int count) => Written += count;

        public override Task WriteAsync(char[] buffer, int index, int count)
        {
            Written += count;
            return Task.CompletedTask;
        }
    }
}
