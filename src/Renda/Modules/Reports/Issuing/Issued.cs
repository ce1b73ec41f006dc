using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Figures;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Reports.Issuing;

/// <summary>An issued report as it was frozen, and what its numbers would be by the records of today.</summary>
internal sealed class Issued(RendaDb db, Reckoner reckoner, PaperStore store)
{
    /// <summary>The package the issuing record names; null while the report is not issued.</summary>
    public async Task<PackageReader?> OpenAsync(MatterView view)
    {
        if (view.Root.Records.LastOrDefault(r => r.Step == "issue" && view.Sees(view.Root, r)) is not { } record || RecordJson.ReadPapers(record.Papers) is not [var paper, ..] || store.OpenRead(paper.Sha256) is not { } file)
        {
            return null;
        }

        return new PackageReader(file);
    }

    /// <summary>What the numbers are by now, where it is something else.</summary>
    public async Task<IReadOnlyDictionary<int, string>> MovedAsync(int congress, Worked report)
    {
        Dictionary<int, string> moved = [];
        foreach (var figure in report.Figures)
        {
            if (reckoner.Find(figure.Key) is not { } rule)
            {
                continue; // A figure the office no longer counts: what was issued stands.
            }

            var now = await reckoner.ReckonAsync(congress, rule, Period.Read(figure.Period)!.Value);
            if (now.Said != figure.Said || now.Records != figure.Records)
            {
                var by = now.Value - figure.Value;
                moved[figure.Number] = now.Said == figure.Said ? $"所依据的记录现为 {now.Records} 条，数值不变"
                    : $"按现在的记录为{now.Said}{(by is null or 0 || figure.Measure is "Share" or "Change" ? "" : $"，{(by > 0 ? "多" : "少")}{Reckoned.Say(rule.Measure, Math.Abs(by.Value))}")}";
            }
        }

        return moved;
    }

    /// <summary>The records counted now and not then, and those counted then and not now, for a part with few enough to compare.</summary>
    public async Task<(IReadOnlyList<FrozenRow> Gone, IReadOnlyList<FrozenRow> Come)> ComparedAsync(int congress, WorkedPart part, IReadOnlyList<FrozenRow> frozen)
    {
        if (reckoner.Find(part.Key) is not { } rule)
        {
            return ([], []);
        }

        var now = await new Freezing(db, reckoner).Rows(congress, rule, Period.Read(part.Period)!.Value).ToListAsync();
        // An act is itself; a matter is the same one though its latest record is another.
        var acts = rule.Rows is FigureRows.Acts or FigureRows.Closed;
        (Guid, int, DateOnly, string?) Key(FrozenRow row) => (row.MatterId, acts ? row.Sequence : 0, row.On, row.Value);
        var (then, later) = (frozen.Select(Key).ToHashSet(), now.Select(Key).ToHashSet());
        return ([.. frozen.Where(r => !later.Contains(Key(r)))], [.. now.Where(r => !then.Contains(Key(r)))]);
    }
}
