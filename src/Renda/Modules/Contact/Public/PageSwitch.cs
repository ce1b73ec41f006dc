using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Public;

/// <summary>Switches a deputy's public page on and off: the deputy, or the deputies' office for them. Each time is on the log.</summary>
internal sealed class PageSwitch(RendaDb db, ISeats seats, AccountLog log, TimeProvider time)
{
    public static bool Lets(Actor actor, Guid person) => actor.PersonId == person || actor.Has(Posts.Office);

    /// <summary>Null where this person is no deputy today, or it is not the actor's to switch.</summary>
    public async Task<(Seat Seat, DeputyPage? Page)?> FindAsync(Actor actor, Guid person) =>
        Lets(actor, person) && (await seats.OnAsync(actor.Congress, time.Today(), [person])).GetValueOrDefault(person) is { } seat
            ? (seat, await db.DeputyPages.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.PersonId == person))
            : null;

    public Task<Kept> SetAsync(Actor actor, Seat seat, bool on, HttpContext http) => db.InTransactionAsync(async () =>
    {
        var page = await db.DeputyPages.SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.PersonId == seat.Person);
        var done = on ? $"已开通{seat.Name}的公开网页。" : $"已关闭{seat.Name}的公开网页；先前的来信照常办理，回执码照常查询。";
        if (page is not null == on)
        {
            return Kept.Done(done); // Pressed twice.
        }

        if (page is null)
        {
            db.DeputyPages.Add(new DeputyPage { Congress = actor.Congress, PersonId = seat.Person, Since = time.GetUtcNow().UtcDateTime });
        }
        else
        {
            db.DeputyPages.Remove(page);
        }

        log.Add(actor, $"{(on ? "开通" : "关闭")}{seat.Name}的代表公开网页", http);
        await db.SaveChangesAsync();
        return Kept.Done(done);
    }, kept => kept.Ok);
}
