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

/// <summary>An act on a matter or on a part of it: what the step asks, and why not when it is refused.</summary>
[Needs(MattersModule.Read)]
internal class ActModel(RendaDb db, RuleShelf rules, Acts acts, IEnumerable<IFlow> flows, Addresses addresses, ActForm form, TimeProvider time) : ActPage(form)
{
    public MatterView Matter { get; private set; } = null!;

    public Loaded Member { get; private set; } = null!;

    public bool Open { get; protected set; }

    /// <summary>What can be done now where this step cannot.</summary>
    public IEnumerable<NextAct> Instead => NextAct.Of(Matter, addresses, time.Today()).Where(a => a.Missing.Count == 0 && !a.Grave);

    public async Task<IActionResult> OnGetAsync(Guid id, string step, string? draft)
    {
        if (!await FindAsync(id, step))
        {
            return NotFound();
        }

        Missing = Member.Procedure.Check(Matter.State(Member), Step, Matter.Roles[id], time.Today());
        Open = Missing.Count == 0;
        var flow = flows.Of(Matter.Root.Matter.Procedure);
        await ShowAsync(draft is { Length: > 0 } && Open ? await flow.DraftAsync(db, Matter, Member, Step, draft) : await flow.PrefillAsync(db, Matter, Member, Step), typed: null, []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string step, Guid key, int seen, CancellationToken cancel)
    {
        if (!await FindAsync(id, step))
        {
            return NotFound();
        }

        Open = true; // If it is answered with the form, then with the form to fill in.
        var (given, refusals) = await ReadAsync(cancel);
        var outcome = refusals.Count > 0 ? new Outcome.Refused(refusals) : await acts.TakeAsync(Actor, id, new ActRequest(step, given, seen, key));
        switch (outcome)
        {
            case Outcome.Done done:
                Notice(await DoneSentence.WriteAsync(db, rules, Actor, id, Step, time.Today()));
                return await Destination(done.MatterId);
            case Outcome.Refused refused:
                await FindAsync(id, step); // As it stands now, for whoever was overtaken.
                await ShowAsync(given, Request.Form, refused.Reasons);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            default:
                return NotFound();
        }
    }

    public override int Seen => Matter.Revision(Member);

    protected async Task<bool> FindAsync(Guid id, string step)
    {
        db.ChangeTracker.Clear();
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } matter)
        {
            return false;
        }

        Matter = matter;
        Member = matter.Family.Of(id);
        if (!Member.Procedure.Steps.TryGetValue(step, out var found) || found.Begins)
        {
            return false;
        }

        Step = found;
        return true;
    }

    // Who no longer sees the matter after the act (a unit that is replaced) goes back to the list of things to do.
    private async Task<IActionResult> Destination(Guid id) =>
        Redirect(await MatterView.LoadAsync(db, rules, Actor, id) is { } still ? addresses.Matter(still.Root.Matter.Procedure, still.Root.Matter.Id) : "/");
}
