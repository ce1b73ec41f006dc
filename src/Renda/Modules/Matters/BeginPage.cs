using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>The form a matter begins with.</summary>
internal abstract class BeginPage(RendaDb db, RuleShelf rules, Acts acts, Addresses addresses, ActForm form, TimeProvider time) : ActPage(form)
{
    public Procedure Procedure { get; private set; } = null!;

    /// <summary>Finds the step in the text in force today; the sentence says why nothing can be begun by it.</summary>
    protected string? Find(string procedure, string step)
    {
        var (found, none) = rules.Book.Find(procedure, Actor.Jurisdiction, time.Today());
        if (found is null || !found.Steps.TryGetValue(step, out var begin) || !begin.Begins)
        {
            return found is null ? none : $"“{found.Title}”不能这样开始。";
        }

        (Procedure, Step) = (found, begin);
        return null;
    }

    protected async Task<IActionResult> StartAsync(Particulars given)
    {
        await ShowAsync(given, typed: null, []);
        return Page();
    }

    protected async Task<IActionResult> BeginAsync(Guid key, CancellationToken cancel)
    {
        var (given, refusals) = await ReadAsync(cancel);
        var outcome = refusals.Count > 0 ? new Outcome.Refused(refusals) : await acts.BeginAsync(Actor, Procedure.Id, new ActRequest(Step.Id, given, null, key));
        if (outcome is Outcome.Done done)
        {
            Notice(await DoneSentence.WriteAsync(db, rules, Actor, done.MatterId, Step, time.Today()));
            return Redirect(addresses.Matter(Procedure.Id, done.MatterId));
        }

        await ShowAsync(given, Request.Form, ((Outcome.Refused)outcome).Reasons);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
