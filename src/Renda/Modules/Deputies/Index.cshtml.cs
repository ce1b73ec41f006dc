using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>The roster of a term.</summary>
[Needs(DeputiesModule.Read)]
internal sealed class IndexModel(RendaDb db, ElectingUnits electors, TimeProvider time) : ActorPage
{
    [FromQuery(Name = "term")]
    public int? TermFilter { get; set; }

    [FromQuery(Name = "delegation")]
    public Guid? DelegationFilter { get; set; }

    [FromQuery(Name = "elector")]
    public string? ElectorFilter { get; set; }

    [FromQuery(Name = "committee")]
    public Guid? CommitteeFilter { get; set; }

    [FromQuery(Name = "name")]
    public string? NameFilter { get; set; }

    [FromQuery(Name = "serving")]
    public bool ServingFilter { get; set; }

    public RosterFilter Filter { get; private set; } = new(0, null, null, null, null, Serving: false);

    public Choices Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<(string Code, string Name)> Electors { get; private set; } = [];

    public IReadOnlyList<RosterLine> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public Guid? Next { get; private set; }

    public bool First { get; private set; }

    public DateOnly Today => time.Today();

    public bool Keeps => Actor.Has(Posts.Office);

    public CongressTerm? Term => Choices.Terms.FirstOrDefault(t => t.Number == Filter.Term);

    public string Elector(string code) => electors.Name(code);

    public async Task OnGetAsync(Guid? after)
    {
        Choices = await Choices.LoadAsync(db, Actor.Congress);
        Filter = ReadFilter(Choices);
        First = after is null;
        var codes = await db.Mandates.Where(m => m.Congress == Actor.Congress && m.Term == Filter.Term).Select(m => m.Elector).Distinct().ToListAsync();
        Electors = [.. codes.Order(StringComparer.Ordinal).Select(c => (c, electors.Name(c)))];
        var list = new RosterList(db, Actor, Today);
        var rows = await list.PageAsync(Filter, after);
        Rows = [.. rows.Take(RosterList.PageSize)];
        Next = rows.Count > RosterList.PageSize ? Rows[^1].Id : null;
        Count = First && Next is null ? Rows.Count : await list.CountAsync(Filter);
    }

    // A filter that does not exist is no filter: an old address still opens the roster.
    private RosterFilter ReadFilter(Choices choices) => new(
        choices.Terms.FirstOrDefault(t => t.Number == TermFilter)?.Number ?? choices.Current(Today)?.Number ?? 0,
        choices.Delegations.Any(u => u.Id == DelegationFilter) ? DelegationFilter : null,
        string.IsNullOrWhiteSpace(ElectorFilter) ? null : ElectorFilter,
        choices.Committees.Any(u => u.Id == CommitteeFilter) ? CommitteeFilter : null,
        string.IsNullOrWhiteSpace(NameFilter) ? null : NameFilter.Trim(),
        ServingFilter);
}
