using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>A procedure as boxes and arrows.</summary>
internal static class Drawing
{
    public static (IReadOnlyList<DiagramStage> Stages, IReadOnlyList<DiagramEdge> Edges) Of(Procedure procedure) =>
    (
        [.. procedure.Stages.Select(s => new DiagramStage(s.Id, s.Title, s.End))],
        [
            .. (from step in procedure.Steps.Values
                where step.Id != "withdraw" // Possible from everywhere: drawn, it would hide the rest.
                from to in step.To
                from stage in step.From
                where stage != to.Stage
                select new DiagramEdge(stage, to.Stage, step.Title)).DistinctBy(e => (e.From, e.To)),
        ]
    );
}
