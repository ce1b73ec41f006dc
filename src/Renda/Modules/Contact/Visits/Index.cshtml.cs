using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Visits;

/// <summary>A visit in the list.</summary>
internal sealed record VisitRow(Guid Id, Guid Plan, string Title, string Name, DateOnly On, string Way, int People, string Stage);

/// <summary>The visits of a year, of all one may see or of one person.</summary>
[Needs(ContactModule.Read)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    private const int PageSize = 50;

    public int Year { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyList<VisitRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Ways { get; private set; } = new Dictionary<string, string>();

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public bool Whole => Actor.Oversees(VisitFlow.Id);

    private Guid? Person { get; set; }

    public async Task OnGetAsync([FromQuery] int? year, [FromQuery] Guid? person, [FromQuery] string? name, [FromQuery] string? after)
    {
        (Year, Person, Name) = (year is >= 1949 and <= 2200 ? year.Value : time.Today().Year, person, Whole && !string.IsNullOrWhiteSpace(name) ? name.Trim() : null);
        Ways = rules.Book.Find(VisitFlow.Id, Actor.Jurisdiction, time.Today()).Procedure?.Steps["visit"].Asks.First(f => f.Id == "way").Choices ?? new Dictionary<string, string>();
        var cursor = Cursors.Read(after);
        var rows = await RowsAsync(cursor);
        Rows = [.. rows.Take(PageSize)];
        First = cursor is null;
        Next = rows.Count > PageSize ? Cursors.Write(Rows[^1].On, Rows[^1].Id) : null;
    }

    public string Address(string? after) =>
        $"/contact/visits?year={Year}{(Person is { } p ? $"&person={p}" : "")}{(Name is { } n ? $"&name={Uri.EscapeDataString(n)}" : "")}{(after is null ? "" : $"&after={after}")}";

    private Task<List<VisitRow>> RowsAsync((DateOnly Day, Guid Id)? after)
    {
        var (congress, from, until) = (Actor.Congress, new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        // A visit is seen by whoever sees its plan.
        var plans = db.Matters.VisibleTo(db, Actor, VisitFlow.Id).Select(m => m.Id);
        var visits = db.Visits.AsNoTracking().Where(v => v.Congress == congress && v.On >= from && v.On <= until && plans.Contains(v.PlanId));
        visits = Person is { } person ? visits.Where(v => v.PersonId == person) : visits;
        visits = Name is { } name ? visits.Where(v => db.People.Any(p => p.Congress == congress && p.Id == v.PersonId && p.Name == name)) : visits;
        if (after is (var day, var id))
        {
            visits = visits.Where(v => v.On <= day && (v.On < day || v.MatterId.CompareTo(id) < 0));
        }

        return (
            from v in visits.OrderByDescending(v => v.On).ThenByDescending(v => v.MatterId).Take(PageSize + 1)
            join m in db.Matters on new { v.Congress, Id = v.MatterId } equals new { m.Congress, m.Id }
            join p in db.People on new { v.Congress, Id = v.PersonId } equals new { p.Congress, p.Id }
            orderby v.On descending, v.MatterId descending
            select new VisitRow(v.MatterId, v.PlanId, m.Title, p.Name, v.On, v.Way, v.People, m.Stage)).ToListAsync();
    }
}
