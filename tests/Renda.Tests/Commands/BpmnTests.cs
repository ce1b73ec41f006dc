using System.Xml.Linq;
using Xunit;

namespace Renda.Tests.Commands;

public sealed class BpmnTests
{
    private static readonly Day Day = new(new DateOnly(2026, 6, 1));

    [Fact]
    public async Task The_procedure_of_the_jurisdiction_is_printed()
    {
        var ran = await Ran.Async(Day, "procedures", "bpmn", "suggestion", "--jurisdiction", "410000");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("代表建议、批评和意见（410000）", (string?)XDocument.Parse(ran.Out).Root!.Attribute("name"));
    }

    [Fact]
    public async Task What_is_not_there_is_refused_with_what_is()
    {
        var ran = await Ran.Async(Day, "procedures", "bpmn", "nothing");
        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains("CN-suggestion", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_into_a_file()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("renda-bpmn-").FullName, "suggestion.bpmn");
        Assert.Equal(0, (await Ran.Async(Day, "procedures", "bpmn", "suggestion", "--output", file)).Code);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<bpmn:definitions", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
