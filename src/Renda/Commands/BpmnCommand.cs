using System.CommandLine;
using System.Text;
using System.Xml;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>Hands a procedure to the tools of those who model processes.</summary>
internal static class BpmnCommand
{
    public static Command Build(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "程序的名称，如 suggestion" };
        var jurisdiction = new Option<string>("--jurisdiction") { Description = "规则文件的行政区划代码，CN 为全国", DefaultValueFactory = _ => "CN" };
        var output = new Option<string?>("--output") { Description = "写到哪个文件；不写就打印出来" };
        var bpmn = new Command("bpmn", "把一个程序写成带图的 BPMN 2.0 文件。退出码：0 写好；2 没有这个程序") { id, jurisdiction, output };
        bpmn.SetAction(parsed =>
        {
            using var heart = terminal.Heart();
            var book = heart.Services.GetRequiredService<RuleShelf>().Book;
            var (procedure, place) = (parsed.GetRequiredValue(id), parsed.GetRequiredValue(jurisdiction));
            var found = book.Procedures.Where(p => p.Id == procedure && p.Jurisdiction == place).MaxBy(p => p.InForce);
            return found is null
                ? terminal.Refuse(Terminal.WrongCall, $"{place} 没有“{procedure}”这个程序。有的是：{string.Join("、", book.Procedures.Select(p => $"{p.Jurisdiction}-{p.Id}"))}。")
                : Write(terminal, found, parsed.GetValue(output));
        });
        return bpmn;
    }

    private static int Write(Terminal terminal, Procedure procedure, string? output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            Bpmn.Render(procedure).Save(xml);
        }

        var text = Encoding.UTF8.GetString(bytes.ToArray());
        if (output is null)
        {
            terminal.Out.WriteLine(text);
        }
        else
        {
            File.WriteAllText(output, $"{text}\n");
        }

        return Terminal.Done;
    }
}
