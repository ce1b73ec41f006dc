using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Xunit;

namespace Renda.Procedures.Tests;

public sealed class BpmnTests
{
    private static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";

    public static TheoryData<string> Names() => new(Library.Book.Procedures.Select(ProcedureDocument.Name));

    /// <summary>The schemas are not part of this repository; where they lie beside it, they are used.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_valid_by_the_schemas_of_the_standard(string name)
    {
        var folder = new[] { "..", "../.." }.Select(up => Path.Combine(Library.Root, up, "shared", "schemas", "bpmn")).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, "The schemas of BPMN are not beside this repository (../shared/schemas/bpmn).");
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(Model.NamespaceName, Path.Combine(folder!, "BPMN20.xsd"));
        List<string> wrong = [];
        Read(name).Validate(schemas, (_, e) => wrong.Add(e.Message));
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_has_a_place_in_the_picture(string name)
    {
        var file = Read(name);
        var drawn = file.Descendants(Diagram + "BPMNPlane").Elements().Select(e => (string)e.Attribute("bpmnElement")!).Order(StringComparer.Ordinal);
        string[] kinds = ["participant", "lane", "userTask", "callActivity", "subProcess", "startEvent", "endEvent", "exclusiveGateway", "parallelGateway", "sequenceFlow", "textAnnotation", "association"];
        Assert.Equal(kinds.SelectMany(k => file.Descendants(Model + k)).Select(e => (string)e.Attribute("id")!).Order(StringComparer.Ordinal), drawn);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_is_a_task_and_every_node_lies_on_a_way_from_a_start_to_an_end(string name)
    {
        var file = Read(name);
        var procedure = Library.Book.Procedures.Single(p => ProcedureDocument.Name(p) == name);
        var tasks = file.Descendants(Model + "userTask").Select(t => (string)t.Attribute("name")!).ToHashSet();
        Assert.All(procedure.Children.Values.Append(procedure).SelectMany(p => p.Steps.Values), s => Assert.Contains(s.Title, tasks));
        foreach (var node in file.Descendants().Where(e => e.Name.LocalName is "userTask" or "callActivity" or "exclusiveGateway" or "parallelGateway"))
        {
            Assert.NotEmpty(node.Elements(Model + "incoming"));
            Assert.NotEmpty(node.Elements(Model + "outgoing"));
        }
    }

    [Fact]
    public void Limits_stand_beside_the_step_they_wait_for_with_their_article() =>
        Assert.Contains(
            Read("CN-suggestion").Descendants(Model + "association"),
            a => (string)a.Attribute("sourceRef")! == "suggestion_step_reply" && Text((string)a.Attribute("targetRef")!).StartsWith("答复：3个月，自交办之日起。《全国人民代表大会和地方各级人民代表大会代表法》第五十一条第二款", StringComparison.Ordinal));

    [Fact]
    public void Parallel_work_is_called_once_for_each_unit_and_has_a_process_of_its_own()
    {
        var file = Read("CN-suggestion");
        var calls = file.Descendants(Model + "callActivity").ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, c => Assert.NotNull(c.Element(Model + "multiInstanceLoopCharacteristics")));
        Assert.All(calls, c => Assert.Contains(file.Root!.Elements(Model + "process"), p => (string)p.Attribute("id")! == (string)c.Attribute("calledElement")!));
    }

    [Fact]
    public void What_can_be_done_nearly_everywhere_is_an_event_sub_process() =>
        Assert.Equal("撤回", (string?)Assert.Single(Read("CN-suggestion").Descendants(Model + "process").First().Elements(Model + "subProcess")).Attribute("name"));

    [Fact]
    public void The_same_procedure_gives_the_same_file() => Assert.Equal(Read("410000-suggestion").ToString(), Read("410000-suggestion").ToString());

    private static string Text(string annotation) =>
        Read("CN-suggestion").Descendants(Model + "textAnnotation").Single(a => (string)a.Attribute("id")! == annotation).Value;

    private static XDocument Read(string name) => Bpmn.Render(Library.Book.Procedures.Single(p => ProcedureDocument.Name(p) == name));
}
