using System.CommandLine;
using System.Text.Json;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>Random but plausible cases of a procedure, printed act by act. Needs no database.</summary>
internal static class SimulateCommand
{
    private const int MostCases = 100_000;

    public static Command Build(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "程序的名称，如 inspection" };
        var jurisdiction = new Option<string>("--jurisdiction") { Description = "行政区划代码，CN 为全国", DefaultValueFactory = _ => "CN" };
        var cases = new Option<int>("--cases") { Description = "几件", DefaultValueFactory = _ => 1 };
        var seed = new Option<int>("--seed") { Description = "随机种子，相同的种子得到相同的结果", DefaultValueFactory = _ => 1 };
        var from = new Option<string?>("--from") { Description = "第一件开始的日期，如 2026-02-13；不写就是今天" };
        var command = new Command("simulate", "按规则随机走若干件，每一步打印一行 JSON，最后一行是小结。退出码：0 走完；1 有走不完的；2 命令不对；3 没有这个程序") { id, jurisdiction, cases, seed, from };
        command.SetAction(parsed =>
        {
            using var heart = terminal.Heart();
            var shelf = heart.Services.GetRequiredService<RuleShelf>();
            var start = shelf.Today;
            if (parsed.GetValue(from) is { } typed && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", out start))
            {
                return terminal.Refuse(Terminal.WrongCall, $"“{typed}”不是一个存在的日期。请按 2026-02-13 的样子写。");
            }

            if (parsed.GetValue(cases) is < 1 or > MostCases)
            {
                return terminal.Refuse(Terminal.WrongCall, $"--cases 应当是 1 到 {MostCases}。");
            }

            var (procedure, none) = shelf.Book.Find(parsed.GetRequiredValue(id), parsed.GetRequiredValue(jurisdiction), start);
            return procedure is null
                ? terminal.Refuse(Terminal.NoSuchLimit, none)
                : Run(terminal, new Simulation(procedure, shelf.Calendar, PlainAnswers.Instance, parsed.GetValue(seed)), procedure, parsed.GetValue(cases), start);
        });
        return command;
    }

    private static int Run(Terminal terminal, Simulation simulation, Procedure procedure, int cases, DateOnly from)
    {
        var (acts, ends) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var n = 1; n <= cases; n++)
        {
            IReadOnlyList<SimulatedAct> taken;
            Course end;
            try
            {
                (taken, end) = simulation.Run(from);
            }
            catch (InvalidOperationException e)
            {
                return terminal.Refuse(Terminal.FoundWrong, e.Message);
            }

            foreach (var act in taken)
            {
                terminal.Out.WriteLine(Line(n, act));
            }

            acts += taken.Count;
            ends[end.Root.Stage!] = ends.GetValueOrDefault(end.Root.Stage!) + 1;
        }

        terminal.Out.WriteLine(JsonSerializer.Serialize(new { procedure = procedure.Id, jurisdiction = procedure.Jurisdiction, inForce = procedure.InForce, cases, acts, ends }, DueList.Json));
        return Terminal.Done;
    }

    private static string Line(int n, SimulatedAct act) => JsonSerializer.Serialize(
        new { @case = n, child = act.Member == Course.Whole ? (int?)null : act.Member + 1, step = act.Step.Id, title = act.Step.Title, by = act.Actor, on = act.On, stage = act.Stage, given = act.Given.Values },
        DueList.Json);
}
