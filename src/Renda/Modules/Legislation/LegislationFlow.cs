using Renda.Database;
using Renda.Modules.Legislation.Consultation;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Legislation;

/// <summary>What legislation adds to the acts of a regulation: its text, fixed from stage to stage, and what the public says of it.</summary>
internal sealed class LegislationFlow(Consulting consulting) : IFlow
{
    public const string Id = "regulation";

    public string Procedure => Id;

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => consulting.RefuseAsync(acting);

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        await consulting.FollowAsync(acting);
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    public Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step) => consulting.PrefillAsync(view, member, step, Prefill.Latest(view, member, step));
}
