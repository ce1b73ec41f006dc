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
        if (!Find())
        {
            return NotFound();
        }

        await ShowAsync(Particulars.Empty, typed: null, []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid key, CancellationToken cancel)
    {
        if (!Find())
        {
            return NotFound();
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

    private bool Find()
    {
        var found = rules.Book.Find(SuggestionFlow.Id, Actor.Jurisdiction, time.Today()).Procedure?.Steps.GetValueOrDefault(Draft);
        Step = found!;
        return found is not null;
    }
}
