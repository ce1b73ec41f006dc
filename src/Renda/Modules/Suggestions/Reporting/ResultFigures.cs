using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Figures;
using Renda.Platform.Rules;
using Renda.Procedures;
using Figure = Renda.Procedures.Figure;

namespace Renda.Modules.Suggestions.Reporting;

/// <summary>What became of suggestions, as figures for reports: satisfied, solved and kept stay three, as on the statistics page.</summary>
internal sealed class ResultFigures(RuleShelf rules) : IFigureSource
{
    private const string Evaluated = "suggestions-evaluated";

    private static readonly IReadOnlyList<(Figure Figure, Func<IQueryable<HandlingResult>, IQueryable<HandlingResult>> Of)> Counted =
    [
        (Count(Evaluated, "代表已经评价的建议"), r => r.Where(x => x.Result != "")),
        (Count("suggestions-result-satisfied", "代表对结果满意的建议"), r => r.Where(x => x.Result == "satisfied")),
        (Count("suggestions-answered", "已经答复的建议"), r => r.Where(x => x.Reply != "")),
        (Count("suggestions-answered-solved", "答复为解决或者部分解决的建议"), r => r.Where(x => x.Reply == "solved")),
        (Count("suggestions-promised", "作出承诺的建议"), r => r.Where(x => x.Promise != "")),
        (Count("suggestions-promise-kept", "承诺已经兑现的建议"), r => r.Where(x => x.Promise == HandlingResult.Kept)),
    ];

    public IEnumerable<Figure> Figures { get; } =
    [
        .. Counted.Select(c => c.Figure),
        Share("suggestions-satisfied", "代表对办理结果满意的占比", "suggestions-result-satisfied", Evaluated),
        Share("suggestions-solved", "所提问题解决或者部分解决的占比", "suggestions-answered-solved", "suggestions-answered"),
        Share("suggestions-kept", "承诺兑现的占比", "suggestions-promise-kept", "suggestions-promised"),
    ];

    public IQueryable<Behind> Behind(RendaDb db, int congress, Figure figure, Period period)
    {
        var results = Counted.First(c => c.Figure.Key == figure.Key).Of(db.HandlingResults.AsNoTracking().Where(r => r.Congress == congress && r.OpenedOn >= period.From && r.OpenedOn <= period.To));
        if (figure.Key == Evaluated && !SilentCount(db, congress))
        {
            results = results.Where(r => r.Result != HandlingResult.Silent);
        }

        return results.Select(r => new Behind { MatterId = r.MatterId, Sequence = 0, On = r.OpenedOn, Stage = r.Ended ? "closed" : "", UnitId = r.UnitId });
    }

    // Whether those who stay silent stand in the rate is for the rules to say.
    private bool SilentCount(RendaDb db, int congress) =>
        rules.Book.Find(SuggestionFlow.Id, db.Congresses.Where(c => c.Code == congress).Select(c => c.Jurisdiction).Single(), rules.Today).Procedure is not { } text || new Numbers.Figures(text).SilentCount;

    private static Figure Count(string key, string title) => new() { Key = key, Title = title, Unit = "件", Group = "deputies", Measure = FigureMeasure.Count, Of = [SuggestionFlow.Id] };

    private static Figure Share(string key, string title, string part, string among) =>
        new() { Key = key, Title = title, Unit = "%", Group = "deputies", Measure = FigureMeasure.Share, From = part, Among = among };
}
