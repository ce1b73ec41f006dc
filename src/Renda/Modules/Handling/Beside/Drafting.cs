using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Handling.Inside;
using Renda.Modules.Handling.Letters;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Handling.Beside;

/// <summary>What stands beside the forms of a unit: the opinions of those who assist, whether the deputy was heard, the draft that is
/// signed. A form of the suggestion starts from the signed draft, with its letter already attached.</summary>
internal sealed class Drafting(RendaDb db, RuleShelf rules, LetterWriting letters, TimeProvider time) : IBeside
{
    private const string Suggestion = "suggestion";
    private const string Contact = "contact";

    public async Task<Panel?> PanelAsync(MatterView matter, Loaded member, Step step)
    {
        if (UnitWorkFlow.UnitsOf(matter.Actor).Count == 0)
        {
            return null;
        }

        if (matter.Root.Matter.Procedure == Suggestion)
        {
            return Tasks.For(step.Id) is null ? null : new Panel("/Modules/Handling/Beside/_Beside.cshtml", Model(matter, member, step.Id, await SignedAsync(matter, member, step)));
        }

        return matter.Root.Matter.Procedure == UnitWorkFlow.Id && step.Id is UnitWorkFlow.Write or "send" or UnitWorkFlow.Sign ? await InsideAsync(matter, step) : null;
    }

    public async Task<Particulars> StartAsync(MatterView matter, Loaded member, Step step)
    {
        if (matter.Root.Matter.Procedure != Suggestion || UnitWorkFlow.UnitsOf(matter.Actor).Count == 0)
        {
            return Particulars.Empty;
        }

        return step.Id == Contact ? Particulars.Of(("on", $"{time.Today():yyyy-MM-dd}"))
            : await SignedAsync(matter, member, step) is { } work ? await FromAsync(work, step) : Particulars.Empty;
    }

    // The draft signed last for this step, unless the step has been taken since.
    private async Task<MatterView?> SignedAsync(MatterView suggestion, Loaded member, Step step)
    {
        if (Tasks.For(step.Id) is not { } task)
        {
            return null;
        }

        // On a part it is the part's unit that gives its opinion; on the whole, the one that leads.
        var mine = UnitWorkFlow.UnitsOf(suggestion.Actor);
        var (congress, root) = (suggestion.Actor.Congress, suggestion.Root.Matter.Id);
        List<Guid?> units = member != suggestion.Root ? [member.Matter.UnitId] : [.. suggestion.Root.Parties.Where(p => p.Role == "lead-unit" && mine.Contains(p.UnitId.GetValueOrDefault())).Select(p => p.UnitId)];
        var signed = await db.UnitWorks.AsNoTracking()
            .Where(w => w.Congress == congress && w.SuggestionId == root && w.Task == task && units.Contains((Guid?)w.UnitId) && w.Stage == "signed")
            .OrderByDescending(w => w.MatterId).Select(w => w.MatterId).FirstOrDefaultAsync();
        if (signed == Guid.Empty || await MatterView.LoadAsync(db, rules, suggestion.Actor, signed) is not { } work)
        {
            return null;
        }

        var answered = member.Records.LastOrDefault(r => Tasks.For(r.Step) == task)?.At;
        return answered is null || work.Root.Records[^1].At > answered ? work : null;
    }

    private async Task<Particulars> FromAsync(MatterView work, Step step)
    {
        var draft = RecordJson.ReadParticulars(work.Root.Records.Last(r => r.Step == UnitWorkFlow.Write).Particulars);
        var signer = work.Root.Records[^1].PersonId;
        List<(string, string)> given = [];
        foreach (var field in step.Asks)
        {
            var value = field.Id switch
            {
                "opinion" => draft.One("text"),
                "signed-by" => await db.People.Where(p => p.Congress == work.Actor.Congress && p.Id == signer).Select(p => p.Name).SingleOrDefaultAsync(),
                // The place may have other kinds of result than the draft's.
                "kind" => draft.One("kind") is { } kind && field.Choices.ContainsKey(kind) ? kind : null,
                "letter" or "papers" => await LetterAsync(work),
                _ => draft.One(field.Id),
            };
            if (value is not null)
            {
                given.Add((field.Id, value));
            }
        }

        return Particulars.Of([.. given]);
    }

    private async Task<string?> LetterAsync(MatterView work)
    {
        try
        {
            return $"{await letters.AttachAsync(work)}" is { Length: > 0 } id ? id : null;
        }
        catch (Exception e) when (Busy.Is(e))
        {
            return null; // The form is there without it; the letter can be taken from the internal work.
        }
    }

    private async Task<Panel?> InsideAsync(MatterView work, Step step)
    {
        var row = await db.UnitWorks.AsNoTracking().SingleAsync(w => w.Congress == work.Actor.Congress && w.MatterId == work.Root.Matter.Id);
        if (await MatterView.LoadAsync(db, rules, work.Actor, row.SuggestionId) is not { } suggestion)
        {
            return null;
        }

        var draft = step.Id == UnitWorkFlow.Write ? null : work.Root.Records.LastOrDefault(r => r.Step == UnitWorkFlow.Write);
        return new Panel("/Modules/Handling/Beside/_Beside.cshtml", Model(suggestion, suggestion.Root, row.Task, null) with
        {
            Draft = draft is null ? null : RecordJson.ReadParticulars(draft.Particulars).One("text"),
            Letter = work.Root.Records.Any(r => r.Step == UnitWorkFlow.Write) ? work.Root.Matter.Id : null,
            Field = step.Id == UnitWorkFlow.Write ? "text" : null,
        });
    }

    private BesideModel Model(MatterView suggestion, Loaded member, string about, MatterView? signed)
    {
        var leads = about is not ("opine" or Tasks.Opinion);
        var since = suggestion.Root.Records.LastOrDefault(r => r.Step is "assign" or "import" or "order-rehandling")?.Sequence ?? 0;
        var contacts = suggestion.Root.Records.Where(r => r.Step == Contact && r.Sequence > since && suggestion.Sees(suggestion.Root, r)).ToList();
        return new BesideModel
        {
            Today = time.Today(),
            Suggestion = suggestion.Root.Matter.Id,
            Title = suggestion.Root.Matter.Title,
            Opinions = leads && member == suggestion.Root ? Opinions.Of(suggestion) : [],
            Heard = leads ? contacts.LastOrDefault()?.On : null,
            CanContact = leads && suggestion.Offers(time.Today()).Any(o => o.Step.Id == Contact && o.Member == suggestion.Root),
            Signed = signed?.Root.Matter.Id,
            Letter = signed?.Root.Matter.Id,
            Field = "text",
        };
    }
}
