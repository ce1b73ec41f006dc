using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace Renda.Commands;

/// <summary>The verbs. Exit codes: 0 done, 1 something was found wrong, 2 the call is wrong, 3 the law sets no such limit.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return RunAsync(args, Console.Out, Console.Error, TimeProvider.System);
    }

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider time)
    {
        var (settings, rest) = SplitSettings(args);
        var terminal = new Terminal(output, error, time, settings);
        var root = Build(terminal);
        var parsed = root.Parse(rest);
        if (WrongCall(parsed, root, rest) is { } sentence)
        {
            return terminal.Refuse(Terminal.WrongCall, $"{sentence}用 --help 看用法。");
        }

        return await terminal.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }));
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Renda 人大：人大机关工作平台。设置可以写在任何命令后面，如 --Renda:Data=目录、--Renda:Postgres=连接串。") { TreatUnmatchedTokensAsErrors = false };
        var serve = new Command("serve", "启动网站（默认）") { TreatUnmatchedTokensAsErrors = false };
        foreach (var command in (Command[])[root, serve])
        {
            command.SetAction((parsed, stop) => ServeCommand.RunAsync([.. terminal.Settings, .. parsed.UnmatchedTokens], stop));
        }

        root.Subcommands.Add(serve);
        root.Subcommands.Add(DueCommand.Build(terminal));
        root.Subcommands.Add(ProceduresCommand.Build(terminal));
        root.Subcommands.Add(LedgerCommand.Build(terminal));
        foreach (var command in BackupCommand.Build(terminal))
        {
            root.Subcommands.Add(command);
        }

        root.Subcommands.Add(ArchiveCommand.Build(terminal));
        root.Subcommands.Add(ImportCommand.Build(terminal));
        root.Subcommands.Add(SeedCommand.Build(terminal));
        root.Subcommands.Add(ReportCommand.Build(terminal));
        root.Subcommands.Add(StatutesCommand.Build(terminal));
        root.Subcommands.Add(LawsCommand.Build(terminal));
        return root;
    }

    /// <summary>Settings are <c>--Renda:Name=value</c> or <c>--Renda:Name value</c>, wherever they stand.</summary>
    private static (List<string> Settings, List<string> Words) SplitSettings(string[] args)
    {
        List<string> settings = [], rest = [];
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--Renda:", StringComparison.OrdinalIgnoreCase);
            (isSetting ? settings : rest).Add(args[i]);
            if (isSetting && !args[i].Contains('=') && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return (settings, rest);
    }

    private static string? WrongCall(ParseResult parsed, RootCommand root, List<string> args)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is HelpAction)
        {
            return null;
        }

        if (command == root || command.Name == "serve")
        {
            // What the website is started with are settings; a first word that is none is a verb that does not exist.
            return command == root && args is [var verb, ..] && !verb.StartsWith('-')
                ? $"没有“{verb}”这个命令。可用的有：{Names(root)}。" : null;
        }

        return parsed.UnmatchedTokens is [var unknown, ..] ? $"“{command.Name}”后面的“{unknown}”看不懂。"
            : command.Subcommands.Count > 0 && command.Action is null ? $"“{command.Name}”后面要写做什么：{Names(command)}。"
            : parsed.Errors is [var first, ..] ? $"命令写得不对：{first.Message} " : null;
    }

    private static string Names(Command command) => string.Join("、", command.Subcommands.Select(c => c.Name));
}
