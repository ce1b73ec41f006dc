using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>From an award's page to the candidates and what the records say of them.</summary>
internal sealed class AwardLinks : IAdd
{
    public string Procedure => Award.Procedure;

    public Task<IReadOnlyList<Starting>> ToAsync(MatterView view) => Task.FromResult<IReadOnlyList<Starting>>(
        SuggestionsModule.Permissions.Single(p => p.Id == SuggestionsModule.Awards).LetsIn(view.Actor)
            ? [new("依据记录推荐优秀建议", $"/awards/{view.Root.Matter.Id}/suggestions"), new("依据记录推荐先进单位", $"/awards/{view.Root.Matter.Id}/units")]
            : []);
}
