using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Notices;

/// <summary>The messages that leave the house: one a day to each recipient, made and claimed in the database, so that any number of nodes
/// share them. A node that dies after sending and before noting leaves one to be sent again (decision 0013).</summary>
internal sealed class Outbox(RendaDb db, MailSettings mail, Robots robots, IEnumerable<ISend> senders, TimeProvider time)
{
    /// <summary>Longer than any try can take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Older notices are not posted to a group any more: it may have its robot only since today.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <summary>How long after each failed try the next one follows.</summary>
    private static readonly TimeSpan[] Waits = [.. ((int[])[1, 5, 15, 60, 180, 360, 720]).Select(m => TimeSpan.FromMinutes(m))];

    /// <summary>Once the hour has come, makes the day's messages of whatever has not gone into one.</summary>
    public async Task PlanAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (!mail.HasCome(now))
        {
            return;
        }

        var today = time.Today();
        var people = !mail.Configured ? [] : await db.Notices.Where(n => n.MailDue && !db.Deliveries.Any(d => d.Congress == n.Congress && d.Channel == Channel.Mail && d.Target == n.PersonId && d.Day == today))
            .Select(n => new { n.Congress, n.PersonId }).Distinct().ToListAsync(stop);
        foreach (var person in people)
        {
            await PlanAsync(person.Congress, Channel.Mail, person.PersonId, today, now, delivery => db.Notices
                .Where(n => n.Congress == person.Congress && n.PersonId == person.PersonId && n.MailDue)
                .ExecuteUpdateAsync(s => s.SetProperty(n => n.MailDue, false).SetProperty(n => n.MailId, delivery), stop));
        }

        foreach (var congress in robots.Any ? await db.Congresses.Select(c => c.Code).ToListAsync(stop) : [])
        {
            foreach (var unit in (await robots.ByUnitAsync(db, congress, stop)).Keys)
            {
                await PlanPostAsync(congress, unit, today, now, stop);
            }
        }
    }

    /// <summary>Sends what may be tried now, until nothing is left that no other node has.</summary>
    public async Task<int> SendAsync(CancellationToken stop)
    {
        // What fails in this round is due again later, however long the round takes.
        var (sent, now) = (0, time.GetUtcNow().UtcDateTime);
        for (var more = true; more && !stop.IsCancellationRequested;)
        {
            var waiting = await db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Waiting && d.NextAt <= now).OrderBy(d => d.NextAt).Take(50).ToListAsync(stop);
            foreach (var delivery in waiting)
            {
                sent += await ClaimAsync(delivery) && await TryAsync(delivery, stop) ? 1 : 0;
            }

            more = waiting.Count > 0; // Whatever was tried, here or elsewhere, has moved on.
        }

        return sent;
    }

    private async Task PlanPostAsync(int congress, Guid unit, DateOnly today, DateTime now, CancellationToken stop)
    {
        var since = now - Fresh;
        var notices = db.Notices.Where(n => n.Congress == congress && n.UnitId == unit && n.At >= since && n.PostId == null);
        if (!await db.Deliveries.AnyAsync(d => d.Congress == congress && d.Channel == Channel.Robot && d.Target == unit && d.Day == today, stop) && await notices.AnyAsync(stop))
        {
            await PlanAsync(congress, Channel.Robot, unit, today, now, delivery => notices.ExecuteUpdateAsync(s => s.SetProperty(n => n.PostId, delivery), stop));
        }
    }

    // The key lets one of two nodes make it; the other looks again and finds it made.
    private Task<bool> PlanAsync(int congress, Channel channel, Guid target, DateOnly day, DateTime now, Func<Guid?, Task> takeAsync) => db.InTransactionAsync(async () =>
    {
        if (await db.Deliveries.AnyAsync(d => d.Congress == congress && d.Channel == channel && d.Target == target && d.Day == day))
        {
            return false;
        }

        var delivery = new Delivery { Congress = congress, Channel = channel, Target = target, Day = day, NextAt = now };
        db.Deliveries.Add(delivery);
        await db.SaveChangesAsync();
        await takeAsync(delivery.Id);
        return true;
    }, made => made);

    private async Task<bool> ClaimAsync(Delivery delivery)
    {
        var until = time.GetUtcNow().UtcDateTime + Lease;
        return await db.InTransactionAsync(
            () => Tried(delivery).ExecuteUpdateAsync(s => s.SetProperty(d => d.NextAt, until).SetProperty(d => d.Tries, delivery.Tries + 1)), mine => mine > 0) > 0;
    }

    private async Task<bool> TryAsync(Delivery delivery, CancellationToken stop)
    {
        delivery.Tries++;
        var came = await SentAsync(delivery, stop);
        var now = time.GetUtcNow().UtcDateTime;
        var failed = came is { Problem: not null } && (came.ForGood || delivery.Tries > Waits.Length);
        var state = came is null ? DeliveryState.Void : came.Problem is null ? DeliveryState.Sent : failed ? DeliveryState.Failed : DeliveryState.Waiting;
        var (next, at) = (state == DeliveryState.Waiting ? now + Waits[delivery.Tries - 1] : now, state == DeliveryState.Sent ? now : (DateTime?)null);
        await db.InTransactionAsync(async () =>
        {
            var noted = await Tried(delivery).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, state).SetProperty(d => d.NextAt, next).SetProperty(d => d.SentAt, at).SetProperty(d => d.Error, came == null ? null : came.Problem));
            if (noted > 0 && state == DeliveryState.Failed && !came!.ForGood)
            {
                // The server was away for a day; whatever is still unread goes into the next mail.
                await db.Notices.Where(n => n.Congress == delivery.Congress && n.PersonId == delivery.Target && n.MailId == delivery.Id && n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.MailDue, true));
            }

            return noted;
        }, _ => true);
        return state == DeliveryState.Sent;
    }

    // Whatever goes wrong on the way is this message's trouble: the others are still sent, and it is tried again.
    private async Task<Sending?> SentAsync(Delivery delivery, CancellationToken stop)
    {
        try
        {
            return await senders.Single(s => s.Channel == delivery.Channel).SendAsync(delivery, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return Sending.Later($"没有发出：{e.Message}");
        }
    }

    // As it was when this node looked: the number of tries tells whether another one has been at it since.
    private IQueryable<Delivery> Tried(Delivery delivery) =>
        db.Deliveries.Where(d => d.Congress == delivery.Congress && d.Id == delivery.Id && d.State == DeliveryState.Waiting && d.Tries == delivery.Tries);
}
