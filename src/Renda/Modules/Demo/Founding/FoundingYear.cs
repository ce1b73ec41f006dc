using Renda.Database;
using Renda.Procedures;

namespace Renda.Modules.Demo.Founding;

/// <summary>The time in which the office of the invented province worked as the founding document tells: 2019-07 to 2020-12, and 2019
/// from its beginning where the year after is compared with it. All of it acts on the record; what they add up to is asked of the figures.</summary>
internal sealed class FoundingYear(RendaDb db, Troupe troupe, Cast cast, WorkCalendar calendar)
{
    public static readonly DateOnly From = new(2019, 7, 1);
    public static readonly DateOnly To = new(2020, 12, 31);

    /// <summary>Whoever acted held the post by then.</summary>
    public static readonly DateOnly Served = new(2018, 1, 1);

    public async Task<IReadOnlyList<(DateTime At, Func<Task> Play)>> ScenesAsync()
    {
        var told = new Telling(new WorkDays(calendar, To.AddDays(1)), calendar).All();
        var player = new FoundingPlayer(db, troupe, cast, new FoundingStaff(db, cast).Add());
        await db.SaveChangesAsync();
        // On one day one after another, from nine o'clock in China on.
        return [.. told.GroupBy(t => t.On).SelectMany(day => day.Select((t, n) => (day.Key.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc).AddSeconds(100 * n), (Func<Task>)(() => player.PlayAsync(t)))))];
    }
}
