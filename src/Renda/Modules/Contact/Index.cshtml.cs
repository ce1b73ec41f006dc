using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Contact.Visits;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Contact;

/// <summary>双联系: who keeps in touch with whom this year, who has nobody, who has not gone yet; to a member or a deputy, their own.</summary>
[Needs(ContactModule.Read)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    public int Year { get; private set; }

    public IReadOnlyList<Pair> Plans { get; private set; } = [];

    /// <summary>Members who contact nobody.</summary>
    public IReadOnlyList<string> Idle { get; private set; } = [];

    /// <summary>Deputies whom no member contacts.</summary>
    public IReadOnlyList<string> Alone { get; private set; } = [];

    public IReadOnlyList<(string Title, string Href)> Begins { get; private set; } = [];

    public bool Office => Actor.Has(Posts.Office);

    /// <summary>Sees everybody's.</summary>
    public bool Whole => Actor.Oversees(VisitFlow.Id);

    /// <summary>Has a plan under which a visit can be recorded.</summary>
    public bool Mine => Plans.Any(p => p.Person == Actor.PersonId && !p.Ended);

    public async Task OnGetAsync([FromQuery] int? year)
    {
        Year = year is >= 1949 and <= 2200 ? year.Value : time.Today().Year;
        var pairs = new Pairs(db, rules, Actor);
        Plans = await pairs.OfAsync(Year, own: !Whole);
        Begins = (await Work.FindAsync(db, rules, addresses, Actor, VisitFlow.Id, time.Today()))?.Begins ?? [];
        if (Whole)
        {
            var contacting = Plans.Where(p => p.Kind == Pairs.Member).Select(p => p.Person).ToHashSet();
            var contacted = Plans.SelectMany(p => p.With).Select(w => w.Id).ToHashSet();
            Idle = [.. (await pairs.HoldersAsync(Posts.Member, time.Today())).Where(h => !contacting.Contains(h.Id)).Select(h => h.Name)];
            Alone = [.. (await pairs.HoldersAsync(Posts.Deputy, time.Today())).Where(h => !contacted.Contains(h.Id)).Select(h => h.Name)];
        }
    }
}
