using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Renda.Bench.Seeding;
using Renda.Database;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Access;
using Renda.Platform.Figures;

namespace Renda.Bench.Measuring;

/// <summary>A report of sixty figures worked out, for a year and for all years on file.</summary>
internal static class ReportFigures
{
    private static readonly string[] Keys =
    [
        "suggestions", "suggestions-replied", "suggestion.closed", "suggestion.overdue", "suggestions-evaluated", "suggestions-result-satisfied", "suggestions-answered",
        "suggestions-answered-solved", "suggestions-promised", "suggestions-promise-kept", "suggestions-satisfied", "suggestions-solved", "suggestions-kept", "suggestions-change",
        "suggestion.act.submit", "suggestion.act.file", "suggestion.act.assign", "suggestion.act.reply", "suggestion.act.evaluate", "suggestion.act.close",
    ];

    public static async Task MeasureAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var working = scope.ServiceProvider.GetRequiredService<Working>();
        var last = db.Matters.Max(m => m.OpenedOn).Year - 10;
        var actor = new Actor(World.Code, "", "370000", Guid.Empty, "", [], Oversight.None);
        foreach (var (title, period) in ((string, Period)[])[("a year", Period.Year(last)), ("all years", new Period(new(1950, 1, 1), new(2100, 12, 31)))])
        {
            foreach (var key in Keys)
            {
                var one = Stopwatch.StartNew();
                await working.WorkAsync(actor, "", period, MarkupReader.Read($"{{{key}}}", _ => null));
                Console.WriteLine($"  {key} {one.ElapsedMilliseconds} ms");
            }

            // Each key for the period and two more: sixty different figures.
            var text = string.Join('\n', Keys.Select(k => $"{{{k}}} {{{k} 上年}} {{{k} {new Period(period.From, period.To.AddDays(-31))}}}"));
            List<double> times = [];
            for (var run = 0; run < 6; run++)
            {
                var watch = Stopwatch.StartNew();
                var (report, problems) = await working.WorkAsync(actor, "", period, MarkupReader.Read(text, _ => null));
                times.Add(watch.Elapsed.TotalSeconds);
                if (run == 0)
                {
                    Console.WriteLine($"{title}: {report.Figures.Count} figures over {report.Figures.Sum(f => (long)f.Records):N0} rows, {problems.Count} problems{string.Concat(problems.Take(3).Select(p => $"; {p.Sentence}"))}");
                }
            }

            Console.WriteLine($"{title}: median {times.Skip(1).Order().ElementAt(2):F2} s, highest {times.Skip(1).Max():F2} s, first {times[0]:F2} s");
        }
    }
}
