using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo.Founding;

namespace Renda.Commands;

/// <summary>Reports: whether what they say follows from the records.</summary>
internal static class ReportCommand
{
    public static Command Build(Terminal terminal)
    {
        var founding = new Command("founding-year", "t");
        founding.SetAction(_ => RunAsync(terminal));
        var report = new Command("report", "报告");
        report.Subcommands.Add(founding);
        return report;
    }

    private static async Task<int> RunAsync(Terminal terminal)
    {
        var data = Directory.CreateTempSubdirectory("renda-founding-").FullName;
        await using var app = RendaApp.Create([.. terminal.Settings, $"--Renda:Data={data}"]);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        await Storage.MigrateAsync(db, app.Configuration);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await FoundingOffice.FillAsync(scope.ServiceProvider);
        terminal.Out.WriteLine($"{data} {watch.Elapsed} {await db.Records.CountAsync()}");
        foreach (var (k, v) in FoundingYear.Spent.OrderByDescending(x => x.Value.T).Take(45)) terminal.Out.WriteLine($"{k} {v.T} ms {v.N}");
        terminal.Out.WriteLine($"{FoundingYear.Spent.Sum(x => x.Value.N)} acts");
        return Terminal.Done;
    }
}
