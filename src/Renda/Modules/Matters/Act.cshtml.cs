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
internal class ActModel(RendaDb db, RuleShelf rules, Acts acts, IEnumerable<IFlow> flows, Addresses addresses, ActForm form, TimeProvider time, IEnumerable<IBeside> beside, InLine inLine) : ActPage(form)
{
    public MatterView Matter { get; private set; } = null!;

    public Loaded Member { get; private set; } = null!;

    public bool Open { get; protected set; }

    /// <summary>What stands beside the form.</summary>
    public IReadOnlyList<Panel> Panels { get; private set; } = [];

    /// <summary>How far the step extends a limit.</summary>
    public IReadOnlyList<Extending> Extensions => Extending.Of(Matter, Member, Step, rules.Calendar);

    public DateOnly Today => time.Today();

    /// <summary>What can be done now where this step cannot.</summary>
    public IEnumerable<NextAct> Instead => NextAct.Of(Matter, addresses, time.Today()).Where(a => a.Missing.Count == 0 && !a.Grave);

    /// <param name="then">Whether the person goes through all that wait for this step.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string step, string? draft, string? then)
    {
        if (!await FindAsync(id, step))
        {
            return NotFound();
        }

        Missing = Member.Procedure.Check(Matter.State(Member), Step, Matter.Roles[id], time.Today());
        Open = Missing.Count == 0;
        await LineUpAsync(then);
        var flow = flows.Of(Matter.Root.Matter.Procedure);
        await ShowAsync(draft is { Length: > 0 } && Open ? await flow.DraftAsync(db, Matter, Member, Step, draft) : await StartAsync(flow), typed: null, []);
        await PutBesideAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string step, Guid key, int seen, string? then, CancellationToken cancel)
    {
        if (!await FindAsync(id, step))
        {
            return NotFound();
        }

        var place = await LineUpAsync(then); // Once it is done it stands there no more.
        Open = true; // If it is answered with the form, then with the form to fill in.
        var (given, refusals) = await ReadAsync(cancel);
        var outcome = refusals.Count > 0 ? new Outcome.Refused(refusals) : await acts.TakeAsync(Actor, id, new ActRequest(step, given, seen, key));
        switch (outcome)
        {
            case Outcome.Done done:
                var sentence = await DoneSentence.WriteAsync(db, rules, Actor, id, Step, time.Today());
                if (then == InLine.Then && place is not null)
                {
                    return await OnwardAsync(place, sentence);
                }

                Notice(sentence);
                return await Destination(done.MatterId);
            case Outcome.Refused refused:
                await FindAsync(id, step); // As it stands now, for whoever was overtaken.
                await ShowAsync(given, Request.Form, refused.Reasons);
                await PutBesideAsync();
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            default:
                return NotFound();
        }
    }

    public override int Seen => Matter.Revision(Member);

    private async Task<Particulars> StartAsync(IFlow flow)
    {
        var start = new Dictionary<string, IReadOnlyList<string>>((await flow.PrefillAsync(db, Matter, Member, Step)).Values, StringComparer.Ordinal);
        foreach (var one in Open ? beside : [])
        {
            foreach (var (field, values) in (await one.StartAsync(Matter, Member, Step)).Values)
            {
                start[field] = values;
            }
        }

        return new Particulars(start);
    }

    private async Task PutBesideAsync()
    {
        List<Panel> panels = [];
        foreach (var one in beside)
        {
            if (await one.PanelAsync(Matter, Member, Step) is { } panel)
            {
                panels.Add(panel);
            }
        }

        Panels = panels;
    }

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

    private async Task<Waiting?> LineUpAsync(string? then)
    {
        var place = await inLine.PlaceAsync(Matter, Member, Step);
        Line = await inLine.LookAsync(place, Matter.Root.Matter.Procedure, running: then == InLine.Then);
        return place;
    }

    private async Task<IActionResult> OnwardAsync(Waiting place, string sentence)
    {
        var next = await inLine.NextAsync(place, Matter.Root.Matter.Procedure);
        Notice($"{Matter.Root.Matter.Title}：{sentence}{(next is null ? $"后面没有等您{Step.Title}的了。" : "")}");
        return Redirect(next ?? "/");
    }

    // Who no longer sees the matter after the act (a unit that is replaced) goes back to the list of things to do.
    private async Task<IActionResult> Destination(Guid id) =>
        Redirect(await MatterView.LoadAsync(db, rules, Actor, id) is { } still ? addresses.Matter(still.Root.Matter.Procedure, still.Root.Matter.Id) : "/");
}
