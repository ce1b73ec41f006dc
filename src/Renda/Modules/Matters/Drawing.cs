using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>A procedure as boxes and arrows.</summary>
internal static class Drawing
{
    private const int Few = 4;

    public static (IReadOnlyList<DiagramStage> Stages, IReadOnlyList<DiagramEdge> Edges) Of(Procedure procedure) =>
    (
        [.. procedure.Stages.Select(s => new DiagramStage(s.Id, s.Title, s.End))],
        [
            .. (from step in procedure.Steps.Values
                where !IsEverywhere(procedure, step)
                from to in step.To
                from stage in step.From
                where stage != to.Stage
                select new DiagramEdge(stage, to.Stage, step.Title)).DistinctBy(e => (e.From, e.To)),
        ]
    );

    /// <summary>Possible from nearly everywhere: drawn, it would hide the rest.</summary>
    public static bool IsEverywhere(Procedure procedure, Step step) => step.From.Count > Few && step.From.Count * 2 > procedure.Stages.Count(s => !s.End);
}
