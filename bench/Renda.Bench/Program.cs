using Renda.Bench;
using Renda.Bench.Drill;
using Renda.Bench.Measuring;
using Renda.Bench.Seeding;

if (args.Contains("--micro"))
{
    Micro.Run();
    return 0;
}

if (args is ["statutes", var directory])
{
    return StatuteSpeed.Run(directory);
}

var settings = Settings.Read(args);
await using var site = await Site.StartAsync(settings);
if (args.Contains("comments"))
{
    await CommentRounds.MeasureAsync(site.Services, args.Contains("--rows") ? settings.Rows : 100_000);
    return 0;
}

if (args.Contains("drill"))
{
    return await Kills.RunAsync(site, args.Contains("--kills") ? int.Parse(args[Array.IndexOf(args, "--kills") + 1]) : 20, settings.Out);
}

await Seeder.SeedAsync(site, settings);
await site.ListenAsync();
if (args.Contains("api"))
{
    await ApiSteps.MeasureAsync(site);
    return 0;
}

if (args.Contains("similar"))
{
    await SimilarOnes.MeasureAsync(site, settings);
    return 0;
}

if (args.Contains("report"))
{
    await ReportFigures.MeasureAsync(site);
    return 0;
}

if (args.Contains("ledger"))
{
    return await LedgerSpeed.MeasureAsync(site);
}

var results = await Pages.MeasureAsync(site, settings);
var acts = settings.Acts ? await ActCosts.MeasureAsync(site) : [];
Report.Write(site, settings, results, acts);
return 0;
