using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Platform.Notices;

/// <summary>A notice as its list shows it.</summary>
internal sealed record NoticeLine
{
    public required Guid Id { get; init; }

    /// <summary>The whole it belongs to, whose page it opens.</summary>
    public required Guid Matter { get; init; }

    public required string Procedure { get; init; }

    public string? Number { get; init; }

    public required string MatterTitle { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateTime At { get; init; }

    public required bool Read { get; init; }
}

/// <summary>A person's notices: those of matters the person may still see.</summary>
internal sealed class NoticeBox(RendaDb db, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Counting stops here.</summary>
    public const int CountTo = 99;

    /// <summary>At most one more than <see cref="CountTo"/>.</summary>
    public Task<int> UnreadAsync(Actor actor) => Visible(actor, Mine(actor).Where(n => n.ReadAt == null)).Take(CountTo + 1).CountAsync();

    /// <summary>The newest first, one more than a page.</summary>
    public async Task<List<NoticeLine>> PageAsync(Actor actor, bool unread, Guid? after)
    {
        var notices = unread ? Mine(actor).Where(n => n.ReadAt == null) : Mine(actor);
        notices = after is { } last ? notices.Where(n => n.Id.CompareTo(last) < 0) : notices;
        return await Lines(Visible(actor, notices)).OrderByDescending(n => n.Id).Take(PageSize + 1).ToListAsync();
    }

    /// <summary>What a mail says: not yet read, and still for this person to see. The nearest due dates first.</summary>
    public async Task<List<NoticeLine>> OfMailAsync(Actor actor, Guid mail) =>
        await Lines(Visible(actor, Mine(actor).Where(n => n.MailId == mail && n.ReadAt == null))).OrderBy(n => n.DueOn).ThenBy(n => n.Id).ToListAsync();

    /// <summary>Marks one as read; null where it is not this person's or no longer to be seen.</summary>
    public async Task<NoticeLine?> ReadAsync(Actor actor, Guid id)
    {
        var line = await Lines(Visible(actor, Mine(actor).Where(n => n.Id == id))).SingleOrDefaultAsync();
        if (line is { Read: false })
        {
            await MarkAsync(Mine(actor).Where(n => n.Id == id));
        }

        return line;
    }

    /// <summary>Marks all as read that had come when the page was shown: what came since has not been seen.</summary>
    public Task<int> ReadAllAsync(Actor actor, Guid upTo) => MarkAsync(Mine(actor).Where(n => n.Id.CompareTo(upTo) <= 0));

    private IQueryable<Notice> Mine(Actor actor) => db.Notices.Where(n => n.Congress == actor.Congress && n.PersonId == actor.PersonId);

    private Task<int> MarkAsync(IQueryable<Notice> notices)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.InTransactionAsync(() => notices.Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now)), _ => true);
    }

    // The part and the whole must both be visible: a part is never seen without the whole it belongs to.
    private IQueryable<Notice> Visible(Actor actor, IQueryable<Notice> notices)
    {
        var seen = db.Matters.VisibleTo(db, actor);
        return notices.AsNoTracking().Where(n => seen.Any(m => m.Congress == n.Congress && m.Id == n.RootId) && (n.MatterId == n.RootId || seen.Any(m => m.Congress == n.Congress && m.Id == n.MatterId)));
    }

    private IQueryable<NoticeLine> Lines(IQueryable<Notice> notices) =>
        from n in notices
        join m in db.Matters on new { n.Congress, Id = n.RootId } equals new { m.Congress, m.Id }
        select new NoticeLine
        {
            Id = n.Id,
            Matter = m.Id,
            Procedure = m.Procedure,
            Number = m.Number,
            MatterTitle = m.Title,
            Title = n.Title,
            Text = n.Text,
            DueOn = n.DueOn,
            At = n.At,
            Read = n.ReadAt != null,
        };
}
