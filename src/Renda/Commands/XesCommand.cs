using System.CommandLine;
using System.Text;
using Renda.Database;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>Hands the record to the tools of those who study processes.</summary>
internal static class XesCommand
{
    public static Command Build(Terminal terminal)
    {
        var procedure = new Argument<string>("PROCEDURE") { Description = "程序的名称，如 suggestion；子程序也可以，如 handling" };
        var output = new Option<string?>("--output") { Description = "写到哪个文件；不写就打印出来" };
        var xes = new Command("xes", "把一个程序的全部记录写成事件日志（XES，IEEE 1849）。不含草稿、标题、内容和姓名，经办人只写职务和单位。退出码：0 写好；2 命令不对或数据库用不了") { procedure, output };
        xes.SetAction(parsed => terminal.WithDatabaseAsync(services => RunAsync(terminal, services, parsed.GetRequiredValue(procedure), parsed.GetValue(output))));
        return xes;
    }

    private static async Task<int> RunAsync(Terminal terminal, IServiceProvider services, string procedure, string? output)
    {
        if (await LedgerCommand.UnreadyAsync(terminal, services) is { } code)
        {
            return code;
        }

        var rules = services.GetRequiredService<RuleShelf>();
        if (rules.Book.Procedures.SelectMany(p => p.Children.Values.Append(p)).FirstOrDefault(p => p.Id == procedure) is not { } known)
        {
            return terminal.Refuse(Terminal.WrongCall, $"没有“{procedure}”这个程序。有的是：{string.Join("、", rules.Book.Procedures.Select(p => p.Id).Distinct())}。");
        }

        await using var second = services.CreateAsyncScope();
        var events = new EventLog(services.GetRequiredService<RendaDb>(), second.ServiceProvider.GetRequiredService<RendaDb>(), rules);
        await WriteAsync(terminal, new XesLog(known.Title, new Dictionary<string, string> { ["procedure"] = procedure }), events.ReadAsync(procedure), output);
        return Terminal.Done;
    }

    private static async Task WriteAsync(Terminal terminal, XesLog log, IAsyncEnumerable<XesCase> cases, string? output)
    {
        if (output is null)
        {
            await Xes.WriteAsync(terminal.Out, log, cases);
            return;
        }

        await using var file = new StreamWriter(output, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var (written, events) = await Xes.WriteAsync(file, log, cases);
        terminal.Out.WriteLine($"{output}：{written} 件事项，{events} 条记录。");
    }
}
