using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Deputies.Files;

/// <summary>Offers the deputy who reports a draft from the records; in all else the procedure is as its file says.</summary>
internal sealed class DutyReportFlow(RuleShelf rules, Addresses addresses, TimeProvider time) : IFlow
{
    public const string Id = "duty-report";
    public const string Report = "deputy-report";
    public const string HandIn = "hand-in";

    // What the report may name.
    private static readonly string[] Made = ["suggestion", "deputy-bill"];

    public string Procedure => Id;

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => PlainFlow.Instance.RefuseAsync(acting);

    public Task FollowAsync(Acting acting) => PlainFlow.Instance.FollowAsync(acting);

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    public async Task<Particulars> DraftAsync(RendaDb db, MatterView view, Loaded member, Step step, string draft)
    {
        if (step.Id != HandIn)
        {
            return Prefill.Latest(view, member, step);
        }

        var actor = view.Actor;
        var terms = await db.Terms.AsNoTracking().Where(t => t.Congress == actor.Congress).ToListAsync();
        var period = FilePeriod.Of(draft, terms, time.Today());
        var file = await DeputyFile.ReadAsync(db, rules, addresses, actor, actor.PersonId, period.Days);
        return Particulars.Of(
        [
            ("body", Drafting.Of(period, file)),
            .. Drafting.Reported(file).Where(e => Made.Contains(e.Procedure)).Select(e => ("made", $"{e.Matter}")).Distinct(),
        ]);
    }
}
