using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>This year against the last, figure by figure.</summary>
[Needs(ReportsModule.Figures)]
internal sealed class CompareModel(Reckoner reckoner, TimeProvider time) : ActorPage
{
    public Period Period { get; private set; }

    public string Group { get; private set; } = "";

    public IReadOnlyList<(Figure Figure, string Now, string Before, string Change)> Rows { get; private set; } = [];

    /// <param name="group">One group of the office's work at a time.</param>
    public async Task OnGetAsync([FromQuery] string? period, [FromQuery] string? group)
    {
        Period = Period.Read(period) ?? Period.Year(time.Today().Year);
        Group = Procedure.Groups.ContainsKey(group ?? "") ? group! : Procedure.Groups.Keys.First();
        List<(Figure, string, string, string)> rows = [];
        // Those any procedure has are too many to read one under the other; what was begun and what ended says enough.
        foreach (var figure in reckoner.FiguresFor(Actor).Where(f => f.Group == Group && f.Measure != FigureMeasure.Change && !f.Key.Contains(".act.", StringComparison.Ordinal)))
        {
            var (now, before) = (await reckoner.ReckonAsync(Actor.Congress, figure, Period), await reckoner.ReckonAsync(Actor.Congress, figure, Period.YearBefore));
            if (now.Records + before.Records > 0)
            {
                rows.Add((figure, now.Said, before.Said, figure.Measure == FigureMeasure.Share ? "—" : Reckoned.Say(FigureMeasure.Change, Reckoner.Combine(FigureMeasure.Change, [now.Value, before.Value]))));
            }
        }

        Rows = rows;
    }
}
