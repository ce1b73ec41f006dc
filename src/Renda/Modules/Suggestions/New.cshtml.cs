using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>A deputy's desk: drafting a suggestion.</summary>
[Needs(SuggestionsModule.Draft)]
internal sealed class NewModel(RendaDb db, RuleShelf rules, Acts acts, ActForm form, TimeProvider time) : ActPage(form)
{
    private const string Draft = "draft";

    public async Task<IActionResult> OnGetAsync()
    {
        if (Find() is { } none)
        {
            return Instead(none);
        }

        await ShowAsync(Particulars.Empty, typed: null, []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid key, CancellationToken cancel)
    {
        if (Find() is { } none)
        {
            return Instead(none);
        }

        var (given, refusals) = await ReadAsync(cancel);
        var outcome = refusals.Count > 0 ? new Outcome.Refused(refusals) : await acts.BeginAsync(Actor, SuggestionFlow.Id, new ActRequest(Draft, given, null, key));
        if (outcome is Outcome.Done done)
        {
            Notice(await DoneSentence.WriteAsync(db, rules, Actor, done.MatterId, Step, time.Today()));
            return Redirect(Cursors.MatterHref(done.MatterId));
        }

        await ShowAsync(given, Request.Form, ((Outcome.Refused)outcome).Reasons);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // Null, or why nothing can be begun today.
    private string? Find()
    {
        var (procedure, none) = rules.Book.Find(SuggestionFlow.Id, Actor.Jurisdiction, time.Today());
        Step = procedure?.Steps[Draft]!;
        return procedure is null ? none : null;
    }

    private RedirectResult Instead(string none)
    {
        Notice($"现在不能起草代表建议。{none}");
        return Redirect("/");
    }
}
