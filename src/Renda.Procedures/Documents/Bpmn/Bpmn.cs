using System.Xml.Linq;
using Renda.Procedures.Documents;
using static Renda.Procedures.Documents.BpmnXml;

namespace Renda.Procedures;

/// <summary>A procedure as BPMN 2.0 with its picture, for the tools of those who model processes. It is drawn to be read, not to be executed.</summary>
public static class Bpmn
{
    /// <summary>The file, the same for the same procedure. Parallel work stands in it as processes of its own.</summary>
    public static XDocument Render(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        BpmnProcess[] processes = [new(procedure), .. procedure.Children.Values.Select(c => new BpmnProcess(c, procedure))];
        var collaboration = $"{procedure.Id}_collaboration";
        var plane = new BpmnPlane(new XAttribute("bpmnElement", collaboration));
        List<XElement> elements = [];
        foreach (var process in processes)
        {
            var places = new BpmnPlaces(process.Graph);
            elements.Add(Process(process, places));
            plane.Pool(Pool(process), places, process.Anywhere);
        }

        return new XDocument(Model(
            "definitions", Prefixes,
            new XAttribute("id", $"{procedure.Id}_definitions"), new XAttribute("name", Plain.Text($"{procedure.Title}（{procedure.Jurisdiction}）")),
            new XAttribute("targetNamespace", $"urn:renda:procedures:{procedure.Jurisdiction}"), new XAttribute("exporter", "Renda"),
            Model("collaboration", new XAttribute("id", collaboration), processes.Select(x => Model(
                "participant", new XAttribute("id", Pool(x)), new XAttribute("name", Plain.Text(x.Title)), new XAttribute("processRef", x.Id)))),
            elements, plane.Diagram()));
    }

    private static string Pool(BpmnProcess process) => $"{process.Id}_pool";
}
