using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>Beginning a matter of any procedure.</summary>
[Needs(MattersModule.Read)]
internal sealed class NewModel(RendaDb db, RuleShelf rules, Acts acts, Addresses addresses, ActForm form, TimeProvider time, IEnumerable<IFlow> flows)
    : BeginPage(db, rules, acts, addresses, form, time)
{
    private const int MostAbout = 50;

    private readonly RendaDb db = db;
    private readonly RuleShelf rules = rules;
    private readonly Addresses addresses = addresses;

    /// <summary>What is begun stays its drafters' own at first.</summary>
    public bool IsDraft => Step.To.Any(d => Procedure.Stage(d.Stage).Private);

    /// <param name="about">The matters somebody comes from; one they may not see is none. Where a field names several, all of them.</param>
    public async Task<IActionResult> OnGetAsync(string procedure, string step, [FromQuery] Guid[] about)
    {
        if (!IsOpen(procedure, step))
        {
            return NotFound();
        }

        var start = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var id in about.Distinct().Take(MostAbout))
        {
            if (await MatterView.LoadAsync(db, rules, Actor, id) is { } view)
            {
                Add(start, await flows.Of(procedure).AboutAsync(db, view, Step));
            }
        }

        return await StartAsync(new Particulars(start));
    }

    public async Task<IActionResult> OnPostAsync(string procedure, string step, Guid key, CancellationToken cancel) =>
        IsOpen(procedure, step) ? await BeginAsync(key, cancel) : NotFound();

    // The first of them says what is said once.
    private void Add(Dictionary<string, IReadOnlyList<string>> start, Particulars about)
    {
        foreach (var (field, values) in about.Values)
        {
            start[field] = !start.TryGetValue(field, out var there) ? values : Step.Asks.Any(f => f.Id == field && f.Many) ? [.. there.Union(values)] : there;
        }
    }

    // What one cannot begin is not there; what a module begins on a page of its own is not here.
    private bool IsOpen(string procedure, string step) =>
        !addresses.IsOwned(procedure) && Find(procedure, step) is null && Work.Beginning(Procedure, Actor).Contains(Step);
}
