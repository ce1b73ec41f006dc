using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;

namespace Renda.Modules.Suggestions;

/// <summary>A deputy's desk: drafting a suggestion.</summary>
[Needs(SuggestionsModule.Draft)]
internal sealed class NewModel(RendaDb db, RuleShelf rules, Acts acts, Addresses addresses, ActForm form, TimeProvider time)
    : BeginPage(db, rules, acts, addresses, form, time)
{
    public async Task<IActionResult> OnGetAsync() => Find() is { } none ? Instead(none) : await EmptyAsync();

    public async Task<IActionResult> OnPostAsync(Guid key, CancellationToken cancel) => Find() is { } none ? Instead(none) : await BeginAsync(key, cancel);

    private string? Find() => Find(SuggestionFlow.Id, SuggestionsModule.DraftStep);

    private RedirectResult Instead(string none)
    {
        Notice($"现在不能起草代表建议。{none}");
        return Redirect("/");
    }
}
