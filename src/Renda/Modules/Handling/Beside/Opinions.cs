using Renda.Platform.Matters;
using Renda.Platform.Records;

namespace Renda.Modules.Handling.Beside;

/// <summary>What an assisting unit says, or that it has not said it yet.</summary>
/// <param name="Text">Null while it is missing.</param>
internal sealed record AssistingOpinion(Guid Id, string Unit, string Stage, DateOnly? Due, string? Text, string? SignedBy, DateOnly? On, IReadOnlyList<RecordedPaper> Papers);

internal static class Opinions
{
    /// <summary>Those of the units that assist, the missing ones first; a unit released from it is not among them.</summary>
    public static IReadOnlyList<AssistingOpinion> Of(MatterView suggestion) =>
    [
        .. from child in suggestion.Family.Children
           where child.Matter is { Procedure: "handling", Part: "assisting", Stage: not ("released" or "reassigned") } && suggestion.SeesMember(child)
           let act = child.Records.LastOrDefault(r => r.Step == "opine" && suggestion.Sees(child, r))
           let given = act is null ? null : RecordJson.ReadParticulars(act.Particulars)
           let due = suggestion.ClocksOf(child).Concat(suggestion.ClocksOf(suggestion.Root)).Where(c => c.StoppedOn is null && !c.Soft).Select(c => (DateOnly?)c.Due).FirstOrDefault()
           orderby act is not null, child.Matter.Title
           select new AssistingOpinion(
               child.Matter.Id, child.Matter.Title, suggestion.StageOf(child).Title, due, given?.One("opinion"), given?.One("signed-by"), act?.On,
               act is null ? [] : RecordJson.ReadPapers(act.Papers)),
    ];
}
