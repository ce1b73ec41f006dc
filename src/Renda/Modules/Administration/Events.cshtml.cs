using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>An event with the name of who did it.</summary>
internal sealed record EventRow(Guid Id, DateTime At, string What, string? Who, string? Address);

[Needs(AdministrationModule.Events)]
internal sealed class EventsPage(RendaDb db) : ActorPage
{
    public const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>The last row of the page before; ids follow time.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<EventRow> Rows { get; private set; } = [];

    public string? More { get; private set; }

    public string? First => After is null ? null : Address(after: null);

    public async Task OnGetAsync()
    {
        Query = string.IsNullOrWhiteSpace(Query) ? null : Query.Trim();
        var events = db.AccountEvents.AsNoTracking().Where(e => e.Congress == Actor.Congress);
        events = Query is { } query ? events.Where(e => e.What.Contains(query)) : events;
        events = After is { } after ? events.Where(e => e.Id.CompareTo(after) < 0) : events;
        var rows = await (from e in events.OrderByDescending(e => e.Id).Take(PageSize + 1)
                          join p in db.People on new { e.Congress, Id = e.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into people
                          from p in people.DefaultIfEmpty()
                          orderby e.Id descending
                          select new EventRow(e.Id, e.At, e.What, p.Name, e.Address)).ToListAsync();
        More = rows.Count > PageSize ? Address(rows[PageSize - 1].Id) : null;
        Rows = [.. rows.Take(PageSize)];
    }

    private string Address(Guid? after)
    {
        var query = new QueryBuilder();
        if (Query is not null)
        {
            query.Add("q", Query);
        }

        if (after is { } id)
        {
            query.Add("after", id.ToString());
        }

        return "/administration/events" + query.ToQueryString();
    }
}
