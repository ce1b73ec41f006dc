using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;

namespace Renda.Modules.Suggestions;

/// <summary>A deputy's desk: drafting a suggestion.</summary>
[Needs(SuggestionsModule.Draft)]
internal sealed class NewModel(RendaDb db, RuleShelf rules, Acts acts, Addresses addresses, ActForm form, TimeProvider time, SimilarLines similar)
    : BeginPage(db, rules, acts, addresses, form, time)
{
    private readonly RendaDb db = db;
    private readonly RuleShelf rules = rules;

    /// <summary>Null while nobody has looked yet.</summary>
    public IReadOnlyList<SimilarLine>? Similar { get; private set; }

    /// <param name="about">The opinions of voters it is made from; those the deputy may not see are left out.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] Guid[] about)
    {
        if (Find() is { } none)
        {
            return Instead(none);
        }

        List<MatterView> views = [];
        foreach (var id in about.Distinct().Take(Grounds.Most))
        {
            if (await MatterView.LoadAsync(db, rules, Actor, id) is { } view)
            {
                views.Add(view);
            }
        }

        return await StartAsync(Grounds.Of(views, Step));
    }

    public async Task<IActionResult> OnPostAsync(Guid key, CancellationToken cancel) => Find() is { } none ? Instead(none) : await BeginAsync(key, cancel);

    /// <summary>Looks for similar ones; the form stays as it was typed.</summary>
    public async Task<IActionResult> OnPostSimilarAsync(CancellationToken cancel)
    {
        if (Find() is { } none)
        {
            return Instead(none);
        }

        var given = await KeepAsync(cancel);
        Similar = await similar.ReadAsync(Actor, given.One("title") ?? "", given.One("body") ?? "", Likeness.Near, except: null);
        return Page();
    }

    private string? Find() => Find(SuggestionFlow.Id, SuggestionsModule.DraftStep);

    private RedirectResult Instead(string none)
    {
        Notice($"现在不能起草代表建议。{none}");
        return Redirect("/");
    }
}
