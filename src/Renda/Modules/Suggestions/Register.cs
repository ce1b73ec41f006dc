using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>A line of the register as one person may see it.</summary>
internal sealed record RegisterRow(
    Guid Id, string? Number, string Title, string? Subject, string Stage, string Version, DateOnly OpenedOn, DateOnly? DueOn, bool Ended, string? Lead, string? Unit, string? Body = null);

/// <summary>The register of suggestions, newest first.</summary>
internal static class Register
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody needs to know by how much a list is too long.</summary>
    public const int CountTo = 200;

    public static async Task<List<RegisterRow>> PageAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after) =>
        await Rows(db, actor, await NewestAsync(db, actor, filter, today, after, PageSize + 1), withText: false).ToListAsync();

    public static async Task<int> CountAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today) =>
        await Together(await WaysAsync(db, actor, filter, today, after: null), CountTo + 1).Take(CountTo + 1).CountAsync();

    /// <summary>Every line with its text, for export.</summary>
    public static async IAsyncEnumerable<RegisterRow> AllAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today, int most)
    {
        await foreach (var row in Rows(db, actor, await NewestAsync(db, actor, filter, today, after: null, most), withText: true).AsAsyncEnumerable())
        {
            yield return row;
        }
    }

    private static async Task<IQueryable<Matter>> NewestAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after, int most)
    {
        var ways = await WaysAsync(db, actor, filter, today, after);
        return Newest(Together([.. ways.Select(w => Walks(actor, filter) ? Newest(w) : w)], most)).Take(most);
    }

    private static IQueryable<Matter> Newest(IQueryable<Matter> matters) => matters.OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id);

    private static IQueryable<Matter> Together(IReadOnlyList<IQueryable<Matter>> ways, int most) =>
        ways.Count == 1 ? ways[0].Take(most) : ways.Select(w => w.Take(most)).Aggregate(Queryable.Union);

    // Walked are the matters themselves where somebody sees them all or the filter leaves few, otherwise the viewers' own lists.
    private static bool Walks(Actor actor, RegisterFilter filter) =>
        actor.Oversees(SuggestionFlow.Id) || filter.Lead is not null || filter.Overdue || (filter.Unit is not null && actor.Units.Count > 0);

    // One range of an index each, so that no list is read whole to be sorted.
    private static async Task<IReadOnlyList<IQueryable<Matter>>> WaysAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after)
    {
        var matters = Filtered(db, actor, filter, today);
        if (!Walks(actor, filter))
        {
            return [.. actor.Viewers.Select(viewer => Listed(db, actor, filter, after).Where(l => l.Viewer == viewer)
                .OrderByDescending(l => l.OpenedOn).ThenByDescending(l => l.MatterId)
                .Join(matters, l => new { l.Congress, Id = l.MatterId }, m => new { m.Congress, m.Id }, (l, m) => m))];
        }

        if (after is (var day, var id))
        {
            // Written so that PostgreSQL walks the index instead of sorting.
            matters = matters.Where(m => m.OpenedOn <= day && (m.OpenedOn < day || m.Id.CompareTo(id) < 0));
        }

        if (filter.Lead is not { } lead)
        {
            return [matters];
        }

        var leads = await db.People.Where(p => p.Congress == actor.Congress && p.Name == lead).Select(p => p.Id).ToListAsync();
        return [.. leads.DefaultIfEmpty().Select(person => matters.Where(m => m.PersonId == person))];
    }

    private static IQueryable<Listing> Listed(RendaDb db, Actor actor, RegisterFilter filter, (DateOnly Day, Guid Id)? after)
    {
        var listings = db.Listings.Where(l => l.Congress == actor.Congress && l.Procedure == SuggestionFlow.Id);
        listings = filter.Stage is { } stage ? listings.Where(l => l.Stage == stage) : listings;
        listings = filter.Year is { } year ? listings.Where(l => l.OpenedOn >= new DateOnly(year, 1, 1) && l.OpenedOn <= new DateOnly(year, 12, 31)) : listings;
        return after is (var day, var id) ? listings.Where(l => l.OpenedOn <= day && (l.OpenedOn < day || l.MatterId.CompareTo(id) < 0)) : listings;
    }

    private static IQueryable<Matter> Filtered(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today)
    {
        var matters = db.Matters.AsNoTracking().VisibleTo(db, actor, SuggestionFlow.Id);
        var person = actor.PersonId;
        if (filter.Stage is { } stage)
        {
            // Those who may not see the true stage cannot find by it either.
            matters = actor.SeesThrough(SuggestionFlow.Id)
                ? matters.Where(m => m.Stage == stage)
                : matters.Where(m => (db.Parties.Any(p => p.Congress == m.Congress && p.MatterId == m.Id && p.PersonId == person) ? m.Stage : m.ShownStage) == stage);
        }

        if (filter.Unit is { } unit)
        {
            matters = matters.Where(m => m.UnitId == unit);
        }

        if (filter.Subject is { } subject)
        {
            matters = matters.Where(m => m.Subject == subject);
        }

        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            matters = matters.Where(m => m.OpenedOn >= from && m.OpenedOn <= to);
        }

        // As a set, so that those few are looked up: walked in the list's order, most matters are not overdue.
        var late = db.Matters.Where(m => m.Congress == actor.Congress && m.Procedure == SuggestionFlow.Id && m.DueOn < today).Select(m => m.Id);
        return filter.Overdue ? matters.Where(m => late.Contains(m.Id)) : matters;
    }

    private static IQueryable<RegisterRow> Rows(RendaDb db, Actor actor, IQueryable<Matter> matters, bool withText)
    {
        var (all, person) = (actor.SeesThrough(SuggestionFlow.Id), actor.PersonId);
        return from m in matters
               join p in db.People on new { m.Congress, Id = m.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into people
               from p in people.DefaultIfEmpty()
               join u in db.Units on new { m.Congress, Id = m.UnitId } equals new { u.Congress, Id = (Guid?)u.Id } into units
               from u in units.DefaultIfEmpty()
               orderby m.OpenedOn descending, m.Id descending
               select new RegisterRow(
                   m.Id, m.Number, m.Title, m.Subject,
                   all || db.Parties.Any(x => x.Congress == m.Congress && x.MatterId == m.Id && x.PersonId == person) ? m.Stage : m.ShownStage,
                   m.Version, m.OpenedOn, m.DueOn, m.Ended, p.Name, u.Name,
                   withText ? db.Suggestions.Where(s => s.Congress == m.Congress && s.MatterId == m.Id).Select(s => s.Body).FirstOrDefault() : null);
    }
}
