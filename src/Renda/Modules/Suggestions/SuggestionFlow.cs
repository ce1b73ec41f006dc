using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Division;
using Renda.Modules.Suggestions.Joint;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>What suggestions add to their procedure: text, number, co-signers, units.</summary>
internal sealed class SuggestionFlow : IFlow
{
    public const string Id = "suggestion";

    private static readonly Prepared<Func<RendaDb, int, Guid, Task<string?>>> Body = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid matter) =>
        db.Suggestions.Where(s => s.Congress == congress && s.MatterId == matter).Select(s => s.Body).SingleOrDefault()));

    public string Procedure => Id;

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) =>
        [.. await Cosigning.RefuseAsync(acting), .. Assigning.Refuse(acting), .. await Dividing.RefuseAsync(acting), .. await JointGuard.RefuseAsync(acting)];

    public async Task FollowAsync(Acting acting)
    {
        var given = acting.Moved.Given;
        var root = acting.Family!.Root.Matter;
        switch (acting.Moved.Step.Id)
        {
            case "draft":
                Cosigning.Lead(acting, acting.Actor.PersonId);
                WriteText(acting, given, extra: null);
                Cosigning.Invite(acting, contentChanged: true);
                break;
            case "revise":
                var changed = await RewriteAsync(acting, given);
                Cosigning.Invite(acting, changed);
                break;
            case "confirm":
                Cosigning.Confirm(acting);
                break;
            case "decline-cosigning":
                Cosigning.Decline(acting);
                break;
            case "submit":
                root.OpenedOn = acting.On;
                break;
            case "file":
                root.Subject = given.One("subject");
                break;
            case "import":
                WriteText(acting, given, given.One("extra"));
                root.Number = given.One("number");
                root.OpenedOn = given.Day("submitted") ?? acting.On;
                Cosigning.Imported(acting);
                await Assigning.AssignedAsync(acting);
                break;
            case Dividing.Part:
                WriteText(acting, given, extra: null);
                Dividing.Begin(root, given);
                root.OpenedOn = given.Day("submitted") ?? acting.On;
                Cosigning.Imported(acting);
                await Assigning.AssignedAsync(acting);
                break;
            case "assign":
            case "reassign":
            case "release":
            case "ask-return":
                await Assigning.AssignedAsync(acting);
                break;
        }

        await JointGuard.FollowAsync(acting);

        await ResultKeeping.FollowAsync(acting.Db, acting.Family.Root);
    }

    public async Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting)
    {
        var (root, congress) = (acting.Family!.Root, acting.Actor.Congress);
        var names = (await FamilyRows.Names.For(acting.Db)(acting.Db, congress, root.Matter.Id).ToListAsync()).OrderBy(p => p.Person).Select(p => p.Name).Distinct();
        var body = await Body.For(acting.Db)(acting.Db, congress, root.Matter.Id);
        var replies = root.Records.Where(r => r.Step is "reply" or "reply-again" or "fulfil").Select(r => RecordJson.ReadParticulars(r.Particulars).One("text"));
        return [root.Matter.Number, root.Matter.Title, .. names, .. acting.Family.Children.Where(c => !Assigning.Left(c.Matter)).Select(c => c.Matter.Title), body, .. replies];
    }

    /// <summary>What a draft made from opinions of voters starts from.</summary>
    public Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step) => Task.FromResult(Grounds.Of([about], step));

    /// <summary>With handing in, the opinions it was made from have become a suggestion; with splitting, each unit's part begins.</summary>
    public async Task<IReadOnlyList<Refusal>> ThenAsync(Acts acts, Acting acting)
    {
        switch (acting.Moved.Step.Id)
        {
            case "submit":
                await Grounds.TurnAsync(acts, acting);
                return [];
            case Dividing.Split:
                return await Dividing.ThenAsync(acts, acting);
            default:
                return [];
        }
    }

    /// <summary>Revising starts from the text as it stands; what other acts ask is given anew each time.</summary>
    public async Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step)
    {
        if (step.Id != "revise" && step.Asks.All(f => f.Id != "subject"))
        {
            return Particulars.Empty;
        }

        var root = view.Root.Matter;
        var body = await db.Suggestions.Where(s => s.Congress == root.Congress && s.MatterId == root.Id).Select(s => s.Body).SingleAsync();
        return Particulars.Of(
        [
            ("title", root.Title), ("body", body), .. PapersOf(view.Root.Records).Select(p => ("papers", $"{p}")), .. root.Subject is { } subject ? [("subject", subject)] : Array.Empty<(string, string)>(),
            .. view.Root.Parties.Where(p => p.Role is "cosigner" or "cosigner-invited").Select(p => ("cosigners", p.PersonId!.Value.ToString())),
            .. Grounds.Named(view.Root.Records).Select(o => (Grounds.Field, $"{o}")),
        ]);
    }

    /// <summary>The papers of the text as it stands.</summary>
    public static IEnumerable<Guid> PapersOf(IEnumerable<Record> records) =>
        records.LastOrDefault(r => r.Step is "draft" or "revise") is { } text ? RecordJson.ReadPapers(text.Papers).Select(p => p.Id) : [];

    private static void WriteText(Acting acting, Particulars given, string? extra)
    {
        var root = acting.Family!.Root.Matter;
        root.Title = given.One("title")!;
        root.Subject = given.One("subject");
        acting.Db.Suggestions.Add(new Suggestion { Congress = root.Congress, MatterId = root.Id, Body = given.One("body")!, Extra = extra });
    }

    private static async Task<bool> RewriteAsync(Acting acting, Particulars given)
    {
        var root = acting.Family!.Root.Matter;
        var text = await acting.Db.Suggestions.SingleAsync(s => s.Congress == root.Congress && s.MatterId == root.Id);
        var papers = PapersOf(acting.Family.Root.Records.SkipLast(1)); // The last is this very act.
        var changed = root.Title != given.One("title") || text.Body != given.One("body") || !papers.ToHashSet().SetEquals(given["papers"].Select(Guid.Parse));
        root.Title = given.One("title")!;
        root.Subject = given.One("subject");
        text.Body = given.One("body")!;
        return changed;
    }
}
