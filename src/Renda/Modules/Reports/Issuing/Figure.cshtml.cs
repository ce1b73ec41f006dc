using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Reports.Browsing;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Reports.Issuing;

/// <summary>A number of an issued report: the records it counted, as they were then.</summary>
[Needs(ReportsModule.Read)]
internal sealed class FigureModel(RendaDb db, RuleShelf rules, Issued issued, RowList list) : ActorPage
{
    private const int Comparable = 10_000;

    public MatterView Report { get; private set; } = null!;

    public WorkedFigure Figure { get; private set; } = null!;

    public string AsOf { get; private set; } = "";

    public IReadOnlyList<(WorkedPart Part, IReadOnlyList<SeenRow> Rows, string? Next)> Parts { get; private set; } = [];

    public IReadOnlyList<SeenRow> Come { get; private set; } = [];

    public IReadOnlyList<SeenRow> Gone { get; private set; } = [];

    public string? Moved { get; private set; }

    /// <param name="part">With <paramref name="page"/>: on from there, for one of the parts.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string number, [FromQuery] int? part, [FromQuery] int? page)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which) || await MatterView.LoadAsync(db, rules, Actor, id) is not { } view)
        {
            return NotFound();
        }

        using var package = await issued.OpenAsync(view);
        if (package?.Report is not { } report || report.Figures.FirstOrDefault(f => f.Number == which) is not { } figure)
        {
            return NotFound();
        }

        (Report, Figure, AsOf) = (view, figure, Display.Instant(package.Manifest.At));
        Moved = (await issued.MovedAsync(Actor.Congress, report with { Figures = [figure] })).GetValueOrDefault(which);
        List<(WorkedPart, IReadOnlyList<SeenRow>, string?)> parts = [];
        List<FrozenRow> come = [], gone = [];
        foreach (var (one, i) in figure.Parts.Select((p, i) => (p, i)).Where(p => part is null || p.i == part))
        {
            var at = Math.Clamp(page ?? 1, 1, 1_000_000);
            var perFile = Package.Rows / RowList.PageSize;
            var rows = package.Rows(which, i, ((at - 1) / perFile) + 1).Skip((at - 1) % perFile * RowList.PageSize).Take(RowList.PageSize).ToList();
            parts.Add((one, await list.SeenAsync(Actor, [.. rows.Select(r => (r.MatterId, r.Sequence, r.On))]), at * RowList.PageSize < one.Records ? $"/reports/{id}/figures/{which}?part={i}&page={at + 1}" : null));
            if (Moved is not null && one.Records <= Comparable)
            {
                var (left, joined) = await issued.ComparedAsync(Actor.Congress, one, [.. package.Rows(which, i)]);
                gone.AddRange(left);
                come.AddRange(joined);
            }
        }

        Parts = parts;
        Come = await SeenAsync(come);
        Gone = await SeenAsync(gone);
        return Page();
    }

    private Task<IReadOnlyList<SeenRow>> SeenAsync(List<FrozenRow> rows) => list.SeenAsync(Actor, [.. rows.Take(RowList.PageSize).Select(r => (r.MatterId, r.Sequence, r.On))]);
}
