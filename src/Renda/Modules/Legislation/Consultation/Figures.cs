using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Figures;
using Renda.Procedures;
using Figure = Renda.Procedures.Figure;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>What the public said of drafts and what became of it, as figures for reports. A row is a day of a
/// consultation with how many came that day, and opens onto its regulation.</summary>
internal sealed class Figures : IFigureSource
{
    private const string Received = "comments-received";
    private const string Taken = "comments-adopted";

    private static readonly IReadOnlyList<(Figure Figure, Func<IQueryable<PublicComment>, IQueryable<PublicComment>> Of)> Counted =
    [
        (Count(Received, "收到的公众意见"), c => c),
        (Count(Taken, "采纳、部分采纳的公众意见"), c => c.Where(x => x.Result == CommentResult.Adopted || x.Result == CommentResult.Partly)),
        (Count("comments-not-adopted", "未采纳的公众意见"), c => c.Where(x => x.Result == CommentResult.NotAdopted)),
        (Count("comments-explained", "已作说明的公众意见"), c => c.Where(x => x.Result == CommentResult.Explained)),
        (Count("comments-irrelevant", "与法规无关的公众意见"), c => c.Where(x => x.Result == CommentResult.Irrelevant)),
        (Count("comments-open", "还没有处理的公众意见"), c => c.Where(x => x.Result == null)),
    ];

    IEnumerable<Figure> IFigureSource.Figures { get; } =
    [
        .. Counted.Select(c => c.Figure),
        new Figure { Key = "comments-adopted-share", Title = "公众意见采纳、部分采纳的占比", Unit = "%", Group = "legislation", Measure = FigureMeasure.Share, From = Taken, Among = Received },
    ];

    public IQueryable<Behind> Behind(RendaDb db, int congress, Figure figure, Period period) =>
        Counted.First(c => c.Figure.Key == figure.Key).Of(db.PublicComments.AsNoTracking().Where(c => c.Congress == congress && c.On >= period.From && c.On <= period.To))
            .GroupBy(c => new { c.MatterId, c.Round, c.On }).Select(g => new Behind { MatterId = g.Key.MatterId, Sequence = g.Key.Round, On = g.Key.On, Value = g.Count().ToString() });

    private static Figure Count(string key, string title) => new() { Key = key, Title = title, Unit = "条", Group = "legislation", Measure = FigureMeasure.Sum, Of = [LegislationFlow.Id] };
}
