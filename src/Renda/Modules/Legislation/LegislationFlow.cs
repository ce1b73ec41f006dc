using Renda.Database;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Legislation;

/// <summary>What legislation adds to the acts of a regulation: its text, fixed from stage to stage.</summary>
internal sealed class LegislationFlow : IFlow
{
    public const string Id = "regulation";

    public string Procedure => Id;

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => PlainFlow.Instance.RefuseAsync(acting);

    public Task FollowAsync(Acting acting) => PlainFlow.Instance.FollowAsync(acting);

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    public Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step) => Task.FromResult(Prefill.Latest(view, member, step));
}
