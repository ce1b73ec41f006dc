using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>What is done once for several suggestions, done on each of them by the step each has for it.</summary>
internal static class JointActs
{
    /// <summary>Each with papers of its own. What keeps one of them from being done is said with its name, and all such reasons at once.</summary>
    public static async Task<IReadOnlyList<Refusal>> EachAsync(Acts acts, Acting acting, IReadOnlyList<Matter> suggestions, string step, Particulars given)
    {
        List<Refusal> reasons = [];
        foreach (var suggestion in suggestions)
        {
            var own = await PaperCopies.OfAsync(acting.Db, acting.Actor, given, "letter");
            reasons.AddRange(await acts.TakeAsync(acting.Actor, suggestion.Id, new ActRequest(step, own, Seen: null, Guid.CreateVersion7())) switch
            {
                Outcome.Done => [],
                Outcome.Refused refused => refused.Reasons.Select(r => r with { Sentence = $"{Joinable.NameOf(suggestion)}：{r.Sentence}", Field = null }),
                _ => [new Refusal($"{Joinable.NameOf(suggestion)}：不由您的单位办理。", null, acting.Moved.Step.Basis, "请核对承办单位。")],
            });
        }

        return reasons;
    }
}
