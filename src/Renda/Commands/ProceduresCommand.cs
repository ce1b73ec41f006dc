using System.CommandLine;
using Renda.Platform.Rules;
using Renda.Procedures;
using Renda.Procedures.Diagrams;

namespace Renda.Commands;

/// <summary>Looks after the law as data.</summary>
internal static class ProceduresCommand
{
    public static Command Build(Terminal terminal)
    {
        var procedures = new Command("procedures", "规则文件：检查、成文、转成流程模型");
        procedures.Subcommands.Add(Check(terminal));
        procedures.Subcommands.Add(Docs(terminal));
        procedures.Subcommands.Add(SimulateCommand.Build(terminal));
        procedures.Subcommands.Add(BpmnCommand.Build(terminal));
        return procedures;
    }

    private static Command Check(Terminal terminal)
    {
        var directory = new Argument<string?>("DIR") { Description = "规则目录；不写就是程序自己的", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "检查所有规则文件、工作日历和行政区划，错处按“文件:行: 原因”打印。退出码：0 无误；1 有错；2 命令不对") { directory };
        check.SetAction(parsed =>
        {
            using var heart = terminal.Heart();
            var rules = parsed.GetValue(directory) ?? RendaApp.RuleDirectory(heart.Services.GetRequiredService<IConfiguration>());
            return Directory.Exists(rules)
                ? Report(terminal, RuleCheck.Of(rules))
                : terminal.Refuse(Terminal.WrongCall, $"没有“{rules}”这个目录。");
        });
        return check;
    }

    private static Command Docs(Terminal terminal)
    {
        var directory = new Argument<string>("DIR") { Description = "写到哪里", DefaultValueFactory = _ => Path.Combine("docs", "procedures") };
        var docs = new Command("docs", "把每个程序写成一页说明（Markdown）和一张图（SVG）。退出码：0 写好；1 规则有错") { directory };
        docs.SetAction(parsed =>
        {
            using var heart = terminal.Heart();
            return Write(terminal, heart.Services.GetRequiredService<RuleShelf>().Book, parsed.GetRequiredValue(directory));
        });
        return docs;
    }

    private static int Write(Terminal terminal, RuleBook book, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var procedure in book.Procedures)
        {
            var path = Path.Combine(directory, ProcedureDocument.Name(procedure));
            File.WriteAllText($"{path}.md", ProcedureDocument.Render(procedure));
            File.WriteAllText($"{path}.svg", ProcedureDrawing.Render(procedure));
            terminal.Out.WriteLine($"{path}.md");
        }

        return book.Problems.Count == 0 ? Terminal.Done : terminal.Refuse(Terminal.FoundWrong, string.Join('\n', book.Problems));
    }

    private static int Report(Terminal terminal, RuleCheck found)
    {
        foreach (var line in found.Lines())
        {
            terminal.Out.WriteLine(line);
        }

        foreach (var problem in found.Problems)
        {
            terminal.Error.WriteLine(problem);
        }

        return found.Problems.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }
}
