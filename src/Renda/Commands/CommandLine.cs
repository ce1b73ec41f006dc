using System.CommandLine;

namespace Renda.Commands;

/// <summary>The verbs. Exit codes: 0 done, 1 something was found wrong, 2 the call is wrong, 3 the law sets no such limit.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Renda 人大：人大机关工作平台") { TreatUnmatchedTokensAsErrors = false };
        var serve = new Command("serve", "启动网站（默认）") { TreatUnmatchedTokensAsErrors = false };
        serve.SetAction((parsed, stop) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], stop));
        root.Subcommands.Add(serve);
        root.Subcommands.Add(SeedCommand.Create());
        root.SetAction((parsed, stop) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], stop));
        return root.Parse(args).InvokeAsync();
    }
}
