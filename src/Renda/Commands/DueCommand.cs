using System.CommandLine;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>Counts a statutory time limit and shows how. Needs no database.</summary>
internal static class DueCommand
{
    public static Command Build(Terminal terminal)
    {
        var procedure = new Option<string>("--procedure") { Description = "程序的名称", DefaultValueFactory = _ => "suggestion" };
        var jurisdiction = new Option<string>("--jurisdiction") { Description = "行政区划代码（六位；乡镇、村九位或十二位），CN 为全国", DefaultValueFactory = _ => "CN" };
        var limit = new Option<string?>("--limit") { Description = "期限的名称，如 reply、return、opinion" };
        var from = new Option<string?>("--from") { Description = "起算日（当日不计入），如 2026-02-13" };
        var on = new Option<string?>("--on") { Description = "按哪一天施行的文本计算；不写时按起算日，满若干年的期限按今天" };
        var list = new Option<bool>("--list") { Description = "列出在档的所有期限，每行一个 JSON 对象；可以用 --procedure、--jurisdiction 筛选" };
        var command = new Command("due", "计算法定期限，打印一个带推算过程的 JSON 对象。退出码：0 算出；1 规则文件有错；2 命令不对；3 法律没有规定这一期限") { procedure, jurisdiction, limit, from, on, list };
        command.SetAction(parsed =>
        {
            string? Given(Option<string> option) => parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : null;
            using var heart = terminal.Heart();
            var shelf = heart.Services.GetRequiredService<RuleShelf>();
            return parsed.GetValue(list)
                ? DueList.Print(terminal, shelf.Book, Divisions.Load(shelf.Directory), Given(procedure), Given(jurisdiction))
                : Answer(terminal, shelf, new DueQuestion(parsed.GetValue(procedure)!, parsed.GetValue(jurisdiction)!, parsed.GetValue(limit) ?? "", parsed.GetValue(from) ?? "", parsed.GetValue(on) ?? ""));
        });
        return command;
    }

    private static int Answer(Terminal terminal, RuleShelf shelf, DueQuestion question)
    {
        var answer = question.Answer(shelf.Book, shelf.Calendar, Divisions.Load(shelf.Directory));
        if (answer is DueAnswer.Refused refused)
        {
            return terminal.Refuse(refused.Code, refused.Sentence);
        }

        foreach (var problem in shelf.Book.Problems)
        {
            terminal.Error.WriteLine($"{problem}（与本次计算无关的规则文件有错）");
        }

        terminal.Out.WriteLine(((DueAnswer.Counted)answer).Json);
        return Terminal.Done;
    }
}
