using System.CommandLine;
using Renda.Modules.Reports.Issuing;

namespace Renda.Commands;

/// <summary>Reports from the command line: a package checked without a database, a year checked against its records.</summary>
internal static class ReportCommand
{
    private const long Largest = 200 * 1024 * 1024;

    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("package") { Description = "报告的数据包（ZIP）" };
        var verify = new Command("verify", "核对一份报告的数据包，不需要数据库。退出码：0 完好；1 发现改动；2 命令不对") { file };
        verify.SetAction(parsed => Verify(terminal, parsed.GetValue(file)!));
        var report = new Command("report", "报告：核对数据包，核对数字能否由记录得出");
        report.Subcommands.Add(verify);
        report.Subcommands.Add(FoundingYearCommand.Build(terminal));
        return report;
    }

    private static int Verify(Terminal terminal, string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return terminal.Refuse(Terminal.WrongCall, $"没有文件“{path}”。");
        }

        if (file.Length > Largest)
        {
            return terminal.Refuse(Terminal.WrongCall, $"“{path}”有 {file.Length / (1024 * 1024)} MB，报告的数据包不会超过 {Largest / (1024 * 1024)} MB。");
        }

        var content = File.ReadAllBytes(path);
        var problems = PackageCheck.Find(content);
        foreach (var problem in problems)
        {
            terminal.Out.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            return 1;
        }

        using var package = new PackageReader(new MemoryStream(content));
        var report = package.Report;
        terminal.Out.WriteLine($"完好：《{report.Title}》，{package.Manifest.CongressName}，数据截至 {package.Manifest.AsOf}，{report.Figures.Count} 个数字、{report.Figures.Sum(f => f.Records)} 条记录。");
        terminal.Out.WriteLine($"SHA-256 {PackageReader.Hash(content)}（与签发记录里的文件校验值相同，才是签发的那一份）");
        return 0;
    }
}
