using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>Candidates among the handling units, each with what the records say of it, to be ticked and nominated by a person.</summary>
[Needs(SuggestionsModule.Awards)]
internal sealed class UnitsModel(RendaDb db, RuleShelf rules, TimeProvider time, Acts acts, UnitEvidences evidences) : AwardPage(db, rules, time)
{
    private const int Most = 100;

    private readonly RendaDb db = db;

    /// <summary>Null where there is too much to count at once.</summary>
    public IReadOnlyList<UnitEvidence>? Rows { get; private set; }

    public IReadOnlyList<UnitColumn> Columns { get; private set; } = [];

    public UnitColumn By { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Nominated { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id, Award.NominateUnits))
        {
            return NotFound();
        }

        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid key, Guid[] pick, string? reason)
    {
        if (!await FindAsync(id, Award.NominateUnits))
        {
            return NotFound();
        }

        ReadForm(pick, reason, Most, "单位");
        Refusals = Refusals.Count == 0 ? await new Nominating(db, acts).UnitsAsync(Actor, id, Picked, Reason, key) : Refusals;
        if (!await FindAsync(id, Award.NominateUnits))
        {
            return NotFound();
        }

        if (Refusals.Count == 0)
        {
            Notice($"已推荐 {Picked.Count} 个。本次评选先进单位{Award.Quota(Award.Units)}。各单位的事迹和依据，请在该件“补充依据”，表中的数会带入。");
            return LocalRedirect($"/awards/{id}/units?{Query}");
        }

        await ListAsync();
        return Refused();
    }

    private async Task ListAsync()
    {
        Nominated = Award.NominatedUnits;
        Columns = UnitColumn.All(Figures);
        By = UnitColumn.Find(Columns, Asking.Sort);
        Rows = Chosen(await evidences.ReadAsync(Actor, Figures, Years), Asking, By, Nominated);
    }

    /// <summary>Those that keep to what was asked for, in the order asked for.</summary>
    public static IReadOnlyList<UnitEvidence>? Chosen(IReadOnlyList<UnitEvidence>? all, Asking asking, UnitColumn by, IReadOnlyDictionary<Guid, string> nominated) =>
        all is null ? null :
        [
            .. all.Where(e => (asking.Least is null || e.Handed >= asking.Least) && (asking.Fresh != true || !nominated.ContainsKey(e.Unit))
                    && UnitNarrowing.All.Where(n => asking.Has.Contains(n.Id)).All(n => n.Holds(e)))
                .OrderByDescending(by.Rank).ThenByDescending(e => e.Handed).ThenBy(e => e.Name, StringComparer.Ordinal),
        ];
}
