using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>What the register is filtered by; all of it stands in the address.</summary>
internal sealed record RegisterFilter(string? Stage, Guid? Unit, string? Subject, int? Year, string? Lead, bool Overdue)
{
    public static readonly RegisterFilter None = new(null, null, null, null, null, Overdue: false);

    public bool Any => this != None;

    public string Query(string? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("stage", Stage), ("unit", Unit?.ToString()), ("subject", Subject), ("year", Year?.ToString()),
            ("lead", Lead), ("overdue", Overdue ? "true" : null), ("after", after),
        ];
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }
}

/// <summary>A line of the register as one person may see it.</summary>
internal sealed record RegisterRow(
    Guid Id, string? Number, string Title, string? Subject, string Stage, string Version, DateOnly OpenedOn, DateOnly? DueOn, bool Ended, string? Lead, string? Unit, string? Body = null);

/// <summary>The register of suggestions, newest first.</summary>
internal static class Register
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody needs to know by how much a list is too long.</summary>
    public const int CountTo = 1000;

    public static async Task<List<RegisterRow>> PageAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after)
    {
        var matters = Filtered(db, actor, filter, today);
        if (after is (var day, var id))
        {
            // Written so that PostgreSQL walks the index instead of sorting.
            matters = matters.Where(m => m.OpenedOn <= day && (m.OpenedOn < day || m.Id.CompareTo(id) < 0));
        }

        return await Rows(db, actor, matters.OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id).Take(PageSize + 1)).ToListAsync();
    }

    public static Task<int> CountAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today) =>
        Filtered(db, actor, filter, today).Take(CountTo + 1).CountAsync();

    /// <summary>Every line with its text, for export.</summary>
    public static IAsyncEnumerable<RegisterRow> AllAsync(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today, int most) =>
        Rows(db, actor, Filtered(db, actor, filter, today).OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id).Take(most), withBody: true).AsAsyncEnumerable();

    private static IQueryable<Matter> Filtered(RendaDb db, Actor actor, RegisterFilter filter, DateOnly today)
    {
        var matters = db.Matters.AsNoTracking().VisibleTo(db, actor).Where(m => m.Procedure == SuggestionFlow.Id);
        var person = actor.PersonId;
        if (filter.Stage is { } stage)
        {
            // Those who may not see the true stage cannot find by it either.
            matters = actor.SeesAll
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

        if (filter.Lead is { } lead)
        {
            var leads = db.People.Where(p => p.Congress == actor.Congress && p.Name == lead).Select(p => (Guid?)p.Id);
            matters = matters.Where(m => leads.Contains(m.PersonId));
        }

        return filter.Overdue ? matters.Where(m => m.DueOn < today) : matters;
    }

    private static IQueryable<RegisterRow> Rows(RendaDb db, Actor actor, IQueryable<Matter> matters, bool withBody = false)
    {
        var (all, person) = (actor.SeesAll, actor.PersonId);
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
                   withBody ? db.Suggestions.Where(s => s.Congress == m.Congress && s.MatterId == m.Id).Select(s => s.Body).FirstOrDefault() : null);
    }
}
