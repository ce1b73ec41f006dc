using Renda.Platform.Access;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Contact.Visits.Import;

/// <summary>Takes in a list of pairs. Looking it through does all that taking in does and keeps none of it, so that both say the same.</summary>
internal sealed class PairImporting(Arranging arranging)
{
    public async Task<PairPlan> PlanAsync(Actor actor, PairSheet sheet) => (await RunAsync(actor, sheet, _ => false)).Plan;

    /// <param name="evenSo">Takes what nothing is wrong with where something is wrong with the rest.</param>
    public Task<(PairPlan Plan, bool Done)> TakeAsync(Actor actor, PairSheet sheet, bool evenSo) => RunAsync(actor, sheet, wrong => evenSo || wrong == 0);

    private async Task<(PairPlan Plan, bool Done)> RunAsync(Actor actor, PairSheet sheet, Func<int, bool> takes)
    {
        var whole = sheet.Problems.Any(p => p.Row == 0);
        var kept = false;
        var (made, present, wrong) = whole ? (0, 0, []) : await arranging.RunAsync(actor, sheet.Rows, found => kept = takes(sheet.Problems.Count + found));
        List<Problem> problems =
        [
            .. sheet.Problems,
            .. wrong.Select(w => new Problem(w.Row.Row, PairColumns.Who.Name, sheet.Heading!.Reference(PairColumns.Who, w.Row.Row), w.Says)),
        ];
        return (new PairPlan(sheet.Count, made, present, [.. problems.OrderBy(p => p.Row)]), kept);
    }
}
