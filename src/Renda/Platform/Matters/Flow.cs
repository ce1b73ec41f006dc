using Renda.Database;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What a module adds to the acts of its procedure, in the same transaction.</summary>
internal interface IFlow
{
    /// <summary>The procedure it belongs to.</summary>
    string Procedure { get; }

    /// <summary>Refusals only the module can know; asked before anything is written.</summary>
    Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting);

    /// <summary>Follows an act: parties, the module's own rows.</summary>
    Task FollowAsync(Acting acting);

    /// <summary>Acts on other matters that this one brings about, by the same person in the same transaction. With any reason it answers,
    /// nothing of the act is done.</summary>
    Task<IReadOnlyList<Refusal>> ThenAsync(Acts acts, Acting acting) => Task.FromResult<IReadOnlyList<Refusal>>([]);

    /// <summary>The texts the matter is found by: what everybody who may see the matter may read.</summary>
    Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting);

    /// <summary>What the form of a step starts from.</summary>
    Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step) => Task.FromResult(Prefill.Latest(view, member, step));

    /// <summary>What the form of a first step starts from where somebody comes to it from another matter.</summary>
    Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step) => Task.FromResult(Prefill.About(about, step));

    /// <summary>Whether its first step can be thought of yet where somebody looks at another matter.</summary>
    bool IsOfferedAbout(MatterView about) => true;

    /// <summary>What it starts from where a page offers a draft.</summary>
    /// <param name="draft">Which, as the page that offers it says.</param>
    Task<Particulars> DraftAsync(RendaDb db, MatterView view, Loaded member, Step step, string draft) => PrefillAsync(db, view, member, step);
}

internal static class Flows
{
    /// <summary>The module's own, or the plain one where no module adds anything.</summary>
    public static IFlow Of(this IEnumerable<IFlow> flows, string procedure) => flows.FirstOrDefault(f => f.Procedure == procedure) ?? PlainFlow.Instance;
}

/// <summary>An act under way.</summary>
/// <param name="Subject">The matter acted on.</param>
/// <param name="Family">The matter's family, children just opened included; null while a matter is being begun.</param>
internal sealed record Acting(RendaDb Db, Loaded? Subject, Family? Family, Actor Actor, Decision.Moved Moved, DateOnly On);
