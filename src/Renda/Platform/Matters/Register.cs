using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Search;

namespace Renda.Platform.Matters;

/// <summary>The matters of one procedure that one person may see, newest first.</summary>
internal sealed class Register(RendaDb db, Actor actor, string procedure)
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody needs to know by how much a list is too long.</summary>
    public const int CountTo = 200;

    public async Task<List<RegisterRow>> PageAsync(RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after, int size = PageSize) =>
        await Rows(await NewestAsync(filter, today, after, size + 1)).ToListAsync();

    public async Task<int> CountAsync(RegisterFilter filter, DateOnly today) =>
        await Together(await WaysAsync(filter, today, after: null), CountTo + 1).Take(CountTo + 1).CountAsync();

    /// <summary>The first lines, for export.</summary>
    public async Task<IQueryable<RegisterRow>> AllAsync(RegisterFilter filter, DateOnly today, int most) =>
        Rows(await NewestAsync(filter, today, after: null, most));

    /// <summary>The lines of these matters, newest first, as far as the person may see them.</summary>
    public Task<List<RegisterRow>> OfAsync(IReadOnlyList<Guid> ids) =>
        Rows(db.Matters.AsNoTracking().VisibleTo(db, actor, procedure).Where(m => ids.Contains(m.Id))).ToListAsync();

    private async Task<IQueryable<Matter>> NewestAsync(RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after, int most)
    {
        var ways = await WaysAsync(filter, today, after);
        return Newest(Together([.. ways.Select(w => Walks(filter) ? Newest(w) : w)], most)).Take(most);
    }

    private static IQueryable<Matter> Newest(IQueryable<Matter> matters) => matters.OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id);

    private static IQueryable<Matter> Together(IReadOnlyList<IQueryable<Matter>> ways, int most) =>
        ways.Count == 1 ? ways[0].Take(most) : ways.Select(w => w.Take(most)).Aggregate(Queryable.Union);

    // Walked are the matters themselves where somebody sees them all or the filter leaves few, otherwise the viewers' own lists.
    private bool Walks(RegisterFilter filter) =>
        actor.Oversees(procedure) || filter.Lead is not null || filter.Overdue || filter.DueBefore is not null || filter.Words is not null || (filter.Unit is not null && actor.Units.Count > 0);

    // One range of an index each, so that no list is read whole to be sorted.
    private async Task<IReadOnlyList<IQueryable<Matter>>> WaysAsync(RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after)
    {
        var matters = Filtered(filter, today);
        if (!Walks(filter))
        {
            return [.. actor.Viewers.Select(viewer => Listed(filter, after).Where(l => l.Viewer == viewer)
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

    private IQueryable<Listing> Listed(RegisterFilter filter, (DateOnly Day, Guid Id)? after)
    {
        var listings = db.Listings.Where(l => l.Congress == actor.Congress && l.Procedure == procedure);
        listings = filter.Stage is { } stage ? listings.Where(l => l.Stage == stage) : listings;
        listings = filter.Year is { } year ? listings.Where(l => l.OpenedOn >= new DateOnly(year, 1, 1) && l.OpenedOn <= new DateOnly(year, 12, 31)) : listings;
        listings = filter.Until is { } until ? listings.Where(l => l.OpenedOn <= until) : listings;
        return after is (var day, var id) ? listings.Where(l => l.OpenedOn <= day && (l.OpenedOn < day || l.MatterId.CompareTo(id) < 0)) : listings;
    }

    private IQueryable<Matter> Filtered(RegisterFilter filter, DateOnly today)
    {
        var matters = Staged(db.Matters.AsNoTracking().VisibleTo(db, actor, procedure), filter.Stage);
        matters = filter.Unit is { } unit ? matters.Where(m => m.UnitId == unit) : matters;
        matters = filter.Subject is { } subject ? matters.Where(m => m.Subject == subject) : matters;
        matters = matters.Unfinished(db, actor.Congress, procedure, filter);
        matters = filter.EndedSince is { } since ? matters.Where(m => !m.Ended || m.OpenedOn >= since) : matters;
        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            matters = matters.Where(m => m.OpenedOn >= from && m.OpenedOn <= to);
        }

        foreach (var word in filter.Words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            matters = Named(matters, word);
        }

        // As a set, so that those few are looked up: walked in the list's order, most matters are not overdue.
        var before = filter.DueBefore ?? today;
        var due = db.Matters.Where(m => m.Congress == actor.Congress && m.Procedure == procedure && m.DueOn < before).Select(m => m.Id);
        return filter.Overdue || filter.DueBefore is not null ? matters.Where(m => due.Contains(m.Id)) : matters;
    }

    // The index names the few that can have the word in their title.
    private IQueryable<Matter> Named(IQueryable<Matter> matters, string word)
    {
        var found = SearchIndex.Candidate(db, word, actor)?.Where(d => d.Congress == actor.Congress).Select(d => d.MatterId);
        return found is null ? matters.Where(m => m.Title.Contains(word))
            : matters.Where(m => found.Contains(m.Id) && (m.Title.Contains(word) || m.Number!.Contains(word)));
    }

    // Those who may not see the true stage cannot find by it either.
    private IQueryable<Matter> Staged(IQueryable<Matter> matters, string? stage)
    {
        var viewers = actor.Viewers;
        return stage is null ? matters
            : actor.SeesThrough(procedure) ? matters.Where(m => m.Stage == stage)
            : matters.Where(m => (m.Stage == m.ShownStage || db.Listings.Any(l => l.Congress == m.Congress && l.MatterId == m.Id && viewers.Contains(l.Viewer) && l.Stage == m.Stage)
                ? m.Stage : m.ShownStage) == stage);
    }

    private IQueryable<RegisterRow> Rows(IQueryable<Matter> matters)
    {
        var (through, viewers) = (actor.SeesThrough(procedure), actor.Viewers);
        return from m in matters
               join p in db.People on new { m.Congress, Id = m.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into people
               from p in people.DefaultIfEmpty()
               join u in db.Units on new { m.Congress, Id = m.UnitId } equals new { u.Congress, Id = (Guid?)u.Id } into units
               from u in units.DefaultIfEmpty()
               orderby m.OpenedOn descending, m.Id descending
               select new RegisterRow
               {
                   Id = m.Id,
                   Number = m.Number,
                   Title = m.Title,
                   Subject = m.Subject,
                   Stage = through || m.Stage == m.ShownStage || db.Listings.Any(l => l.Congress == m.Congress && l.MatterId == m.Id && viewers.Contains(l.Viewer) && l.Stage == m.Stage) ? m.Stage : m.ShownStage,
                   Version = m.Version,
                   OpenedOn = m.OpenedOn,
                   DueOn = m.DueOn,
                   Ended = m.Ended,
                   Lead = p.Name,
                   Unit = u.Name,
               };
    }
}
