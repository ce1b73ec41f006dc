using Renda.Database;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>What commending adds to its procedure: nobody is nominated twice in one award, and what is told of a unit starts from its records.</summary>
internal sealed class AwardFlow(UnitEvidences units) : IFlow
{
    private const string Document = "document";

    public string Procedure => Award.Procedure;

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => Task.FromResult<IReadOnlyList<Refusal>>(
        acting is not { Family: { } family, Moved: { } moved } ? []
        : moved.Step.Id == Award.NominateSuggestion ? [.. Suggestion(family, moved)]
        : moved.Step.Id == Award.NominateUnits ? [.. Units(family, moved)]
        : []);

    public Task FollowAsync(Acting acting) => PlainFlow.Instance.FollowAsync(acting);

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    public async Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step) =>
        member.Matter.Procedure == Award.Units && step.Id == Document && member.Records.TrueForAll(r => r.Step != Document)
            ? await units.TellAsync(view, member)
            : Prefill.Latest(view, member, step);

    private static IEnumerable<Refusal> Suggestion(Family family, Decision.Moved moved)
    {
        if (Guid.TryParse(moved.Given.One("suggestion"), out var named) && Award.Named(family).TryGetValue(named, out var stage))
        {
            yield return new Refusal($"这件建议已经在本次评选中推荐（{stage}），一件建议推荐一次。", "suggestion", moved.Step.Basis, "要补充材料的，请在该件“补充依据”。");
        }
    }

    private static IEnumerable<Refusal> Units(Family family, Decision.Moved moved)
    {
        List<string> again = [.. Award.Of(family, Award.Units).Where(c => moved.Given["units"].Contains($"{c.Matter.UnitId}")).Select(c => c.Matter.Title).Distinct()];
        if (again.Count > 0)
        {
            yield return new Refusal($"已经在本次评选中推荐：{string.Join("、", again)}。一个单位推荐一次。", "units", moved.Step.Basis, "请去掉这些单位；要补充材料的，请在该件“补充依据”。");
        }
    }
}
