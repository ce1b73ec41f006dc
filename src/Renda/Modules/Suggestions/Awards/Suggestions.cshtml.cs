using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>Candidates among the suggestions, each with what the records say of it, to be ticked and nominated by a person.</summary>
[Needs(SuggestionsModule.Awards)]
internal sealed class SuggestionsModel(RendaDb db, RuleShelf rules, TimeProvider time, Acts acts) : AwardPage(db, rules, time)
{
    private readonly RendaDb db = db;

    public IReadOnlyList<SuggestionEvidence> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public Criterion By { get; private set; } = Criterion.All[0];

    public IReadOnlyDictionary<Guid, string> Nominated { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id, Award.NominateSuggestion))
        {
            return NotFound();
        }

        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid key, Guid[] pick, string? reason)
    {
        if (!await FindAsync(id, Award.NominateSuggestion))
        {
            return NotFound();
        }

        ReadForm(pick, reason, SuggestionEvidences.Most, "建议");
        if (Refusals.Count == 0)
        {
            var picked = await new SuggestionEvidences(db, Actor, Figures).OfAsync(Picked);
            Refusals = picked.Count < Picked.Count
                ? [new($"选中的有 {Picked.Count - picked.Count} 件不是已交办的建议。", null, null, "请重新选择。")]
                : await new Nominating(db, acts).SuggestionsAsync(Actor, id, picked, Reason, key);
        }

        if (!await FindAsync(id, Award.NominateSuggestion))
        {
            return NotFound();
        }

        if (Refusals.Count == 0)
        {
            Notice($"已推荐 {Picked.Count} 件。本次评选优秀建议{Award.Quota(Award.Suggestions)}。");
            return LocalRedirect($"/awards/{id}/suggestions?{Query}");
        }

        await ListAsync();
        return Refused();
    }

    private async Task ListAsync()
    {
        Nominated = Award.NominatedSuggestions;
        By = Criterion.Find(Asking.Sort);
        var evidences = new SuggestionEvidences(db, Actor, Figures);
        var found = evidences.Of(Asking, Years, [.. Nominated.Keys]);
        Rows = await evidences.ReadAsync(found, By, SuggestionEvidences.Most);
        Count = Rows.Count < SuggestionEvidences.Most ? Rows.Count : await found.CountAsync();
        Units = [.. (await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress && u.Handles).OrderBy(u => u.Id).Select(u => new { u.Id, u.Name }).ToListAsync()).Select(u => (u.Id, u.Name))];
    }
}
