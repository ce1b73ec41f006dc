using Renda.Database;
using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Versions;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Legislation;

/// <summary>What legislation adds to the acts of a regulation: its text goes from stage to stage and is never typed again, and the public is heard.</summary>
internal sealed class LegislationFlow(Handing handing, Consulting consulting) : IFlow
{
    public const string Id = "regulation";

    public string Procedure => Id;

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => [.. await handing.RefuseAsync(acting), .. await consulting.RefuseAsync(acting)];

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        await handing.FollowAsync(acting);
        await consulting.FollowAsync(acting);
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    public async Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step) =>
        await consulting.PrefillAsync(view, member, step, await handing.PrefillAsync(view, member, step, Prefill.Latest(view, member, step)));
}
