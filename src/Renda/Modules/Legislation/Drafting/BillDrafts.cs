using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>A change as the page tells it.</summary>
internal sealed record EditTold(int Revision, string Place, string Name, DateTime At);

/// <summary>The drafts of regulations: read, changed block by block, and nothing of anybody's overwritten unseen.</summary>
internal sealed class BillDrafts(RendaDb db, TimeProvider time)
{
    /// <summary>Longer than any statute; the Civil Code has 110,000.</summary>
    public const int Longest = 1_000_000;

    public const string Whole = "全文";

    // Before it is submitted by whoever drafts it; afterwards by the legal office, in the stages in which the text is revised.
    private static readonly string[] Drafting = ["suggested", "programmed", "planned", "drafting"];
    private static readonly string[] Revising = ["revising", "consulting", "deferred", "clause-voted", "congress"];

    public static bool CanWrite(MatterView view)
    {
        var (stage, roles) = (view.Root.Matter.Stage, view.Roles[view.Root.Matter.Id]);
        return (Drafting.Contains(stage) && (roles.Contains("drafter") || roles.Contains("legal"))) || (Revising.Contains(stage) && roles.Contains("legal"));
    }

    public Task<BillDraft?> FindAsync(int congress, Guid matter) => db.BillDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Congress == congress && d.MatterId == matter);

    /// <summary>Begins the draft unless somebody has; the draft as it then is.</summary>
    public Task<BillDraft> BeginAsync(Actor actor, Guid matter, string text, string? baseName = null, string? baseText = null) => db.InTransactionAsync(
        async () =>
        {
            if (await FindAsync(actor.Congress, matter) is { } there)
            {
                return there;
            }

            var draft = New(actor, matter, text, baseName, baseText);
            db.BillDrafts.Add(draft);
            db.BillEdits.Add(Told(actor, matter, 0, Whole, "", draft.Text));
            await db.SaveChangesAsync();
            return draft;
        },
        _ => true);

    /// <summary>The rows of a draft an act brings along; the act's transaction saves them.</summary>
    public void Add(Actor actor, Guid matter, string text)
    {
        db.BillDrafts.Add(New(actor, matter, text, null, null));
        db.BillEdits.Add(Told(actor, matter, 0, Whole, "", text));
    }

    /// <summary>Changes one block of the text as it is at that moment.</summary>
    public Task<Edited> EditAsync(Actor actor, Guid matter, BlockEdit edit) => db.InTransactionAsync(
        async () =>
        {
            // The draft's row is the lock: two who change different articles come one after the other, each to the text the other left.
            var draft = await LockAsync(actor.Congress, matter);
            var edited = draft is null ? new Edited.Clash(null) : edit.Apply(draft.Text);
            if (edited is Edited.Done { Text.Length: > Longest })
            {
                return new Edited.Refused(TooLong(((Edited.Done)edited).Text.Length));
            }

            if (edited is Edited.Done done)
            {
                await PutAsync(draft!, actor, done.Place, done.Before, done.After, done.Text);
            }

            return edited;
        },
        _ => true);

    /// <summary>Changes the whole text unless somebody changed it since; the draft as it then is, and whether this text is in it.</summary>
    public Task<(BillDraft Draft, bool Saved)> SaveAsync(Actor actor, Guid matter, string text, int revision) => db.InTransactionAsync(
        async () =>
        {
            var draft = (await LockAsync(actor.Congress, matter))!;
            var clean = Clean(text);
            if (draft.Revision != revision || draft.Text == clean)
            {
                return (draft, draft.Text == clean);
            }

            await PutAsync(draft, actor, Whole, draft.Text, clean, clean);
            return (draft, true);
        },
        _ => true);

    /// <summary>The latest changes, the last first.</summary>
    public Task<List<EditTold>> EditsAsync(int congress, Guid matter, int after = -1, int most = 10) => (
        from e in db.BillEdits.AsNoTracking().Where(e => e.Congress == congress && e.MatterId == matter && e.Revision > after).OrderByDescending(e => e.Revision).Take(most)
        join p in db.People on new { e.Congress, Id = e.PersonId } equals new { p.Congress, p.Id }
        orderby e.Revision descending
        select new EditTold(e.Revision, e.Place, p.Name, e.At)).ToListAsync();

    /// <summary>What is said of a text longer than <see cref="Longest"/>.</summary>
    public static string TooLong(int length) => $"全文有 {length} 个字符，超过 {Longest} 个，没有保存。";

    private static string Clean(string text) => Plain.Text(text).ReplaceLineEndings("\n");

    private async Task<BillDraft?> LockAsync(int congress, Guid matter)
    {
        await db.BillDrafts.Where(d => d.Congress == congress && d.MatterId == matter).ExecuteUpdateAsync(s => s.SetProperty(d => d.Revision, d => d.Revision));
        return await db.BillDrafts.SingleOrDefaultAsync(d => d.Congress == congress && d.MatterId == matter);
    }

    private async Task PutAsync(BillDraft draft, Actor actor, string place, string before, string after, string text)
    {
        (draft.Text, draft.Revision, draft.SavedBy, draft.SavedAt) = (text, draft.Revision + 1, actor.PersonId, time.GetUtcNow().UtcDateTime);
        db.BillEdits.Add(Told(actor, draft.MatterId, draft.Revision, place, before, after));
        await db.SaveChangesAsync();
    }

    private BillDraft New(Actor actor, Guid matter, string text, string? baseName, string? baseText) => new()
    {
        Congress = actor.Congress,
        MatterId = matter,
        Text = Clean(text),
        SavedBy = actor.PersonId,
        SavedAt = time.GetUtcNow().UtcDateTime,
        BaseName = baseName,
        BaseText = baseText,
    };

    private BillEdit Told(Actor actor, Guid matter, int revision, string place, string before, string after) => new()
    {
        Congress = actor.Congress,
        MatterId = matter,
        Revision = revision,
        PersonId = actor.PersonId,
        At = time.GetUtcNow().UtcDateTime,
        Place = place.Length > 60 ? place[..60] : place,
        Before = before,
        After = after,
    };
}
