using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Notices;
using Xunit;

namespace Renda.Tests.Platform.Notices;

/// <summary>What the tests of reminders ask of an office: rounds on any node, who was told, who has mail.</summary>
internal static class ReminderOffice
{
    /// <summary>A Monday with no holiday near.</summary>
    public static readonly DateOnly Start = new(2026, 3, 2);

    public static async Task RoundAsync(IServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        var (services, stop) = (scope.ServiceProvider, TestContext.Current.CancellationToken);
        await services.GetRequiredService<Reminding>().MakeAsync(stop);
        await services.GetRequiredService<Outbox>().PlanAsync(stop);
        await services.GetRequiredService<Outbox>().SendAsync(stop);
    }

    /// <summary>The rung and the names of those told of a due date of the matter, from the latest round on.</summary>
    public static Task<List<string>> ToldAsync(TestOffice office, Guid matter, string limit) => office.WithDb(async db =>
    {
        var told = await (from n in db.Notices
                          join c in db.Clocks on n.SourceId equals c.Id
                          where c.MatterId == matter && c.Limit == limit
                          join p in db.People on n.PersonId equals p.Id
                          orderby n.Rung, p.Name
                          select n.Rung + " " + p.Name).ToListAsync();
        await db.Notices.Where(n => n.RootId == matter).ExecuteDeleteAsync();
        return told;
    });

    public static Task<MatterClock> ClockAsync(TestOffice office, Guid matter, string limit) =>
        office.WithDb(db => db.Clocks.AsNoTracking().Where(c => c.MatterId == matter && c.Limit == limit && c.StoppedOn == null).SingleAsync());

    /// <summary>Gives somebody an account that has reminders mailed.</summary>
    public static Task MailsAsync(TestOffice office, string name) => office.WithDb(async db =>
    {
        db.Users.Add(new Account { Congress = TestOffice.Code, PersonId = office.Person(name), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = $"{name}@example.cn", MailsReminders = true });
        await db.SaveChangesAsync();
    });

    public static Task<List<Delivery>> DeliveriesAsync(TestOffice office) => office.WithDb(db => db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync());
}
