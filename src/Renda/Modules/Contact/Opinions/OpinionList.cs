using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Contact.Opinions;

/// <summary>What opinions are counted and listed by; all of it stands in the address.</summary>
/// <param name="Subject">One of the subjects, or <see cref="None"/>; null for all.</param>
internal sealed record OpinionFilter(int Year, string? Subject, string? Kind, string? Deputy, bool Letters, bool Open)
{
    /// <summary>Not yet put under a subject.</summary>
    public const string None = "none";

    public string Query(string? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("year", $"{Year}"), ("subject", Subject), ("kind", Kind), ("deputy", Deputy), ("letters", Letters ? "true" : null), ("open", Open ? "true" : null), ("after", after),
        ];
        return "?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}

/// <summary>An opinion in a list.</summary>
/// <param name="Letter">It came through a deputy's public page.</param>
internal sealed record OpinionRow(Guid Id, string? Number, string Title, string Kind, string? Subject, string? Deputy, string Stage, string Version, DateOnly OpenedOn, bool Letter, string? Doubt);

/// <summary>How many opinions there are on a subject, of a kind.</summary>
internal sealed record OpinionCount(string? Subject, string Kind, int Count);

/// <summary>The opinions of voters one person may see. A count and its list are one condition.</summary>
internal sealed class OpinionList(RendaDb db, Actor actor)
{
    public const int PageSize = 50;

    public Task<List<OpinionCount>> CountAsync(OpinionFilter filter) =>
        Filtered(filter with { Subject = null, Kind = null }).GroupBy(x => new { x.Matter.Subject, x.Opinion.Kind }).Select(g => new OpinionCount(g.Key.Subject, g.Key.Kind, g.Count())).ToListAsync();

    /// <summary>Newest first, one more than a page.</summary>
    public Task<List<OpinionRow>> PageAsync(OpinionFilter filter, (DateOnly Day, Guid Id)? after)
    {
        var found = Filtered(filter);
        if (after is (var day, var id))
        {
            found = found.Where(x => x.Matter.OpenedOn <= day && (x.Matter.OpenedOn < day || x.Matter.Id.CompareTo(id) < 0));
        }

        var page = found.OrderByDescending(x => x.Matter.OpenedOn).ThenByDescending(x => x.Matter.Id).Take(PageSize + 1);
        return (from x in page
                join p in db.People on new { x.Matter.Congress, Id = x.Matter.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into people
                from p in people.DefaultIfEmpty()
                join l in db.Letters on new { x.Matter.Congress, MatterId = x.Matter.Id } equals new { l.Congress, l.MatterId } into letters
                from l in letters.DefaultIfEmpty()
                orderby x.Matter.OpenedOn descending, x.Matter.Id descending
                select new OpinionRow(x.Matter.Id, x.Matter.Number, x.Matter.Title, x.Opinion.Kind, x.Matter.Subject, p.Name, x.Matter.Stage, x.Matter.Version, x.Matter.OpenedOn, l != null, l == null ? null : l.Doubt)).ToListAsync();
    }

    private IQueryable<Counted> Filtered(OpinionFilter filter)
    {
        var (from, until) = (new DateOnly(filter.Year, 1, 1), new DateOnly(filter.Year, 12, 31));
        var matters = db.Matters.AsNoTracking().VisibleTo(db, actor, OpinionFlow.Id).Where(m => m.OpenedOn >= from && m.OpenedOn <= until);
        matters = filter.Subject is OpinionFilter.None ? matters.Where(m => m.Subject == null) : filter.Subject is { } subject ? matters.Where(m => m.Subject == subject) : matters;
        matters = filter.Open ? matters.Where(m => !m.Ended) : matters;
        matters = filter.Letters ? matters.Where(m => db.Letters.Any(l => l.Congress == m.Congress && l.MatterId == m.Id)) : matters;
        if (filter.Deputy is { } deputy)
        {
            matters = matters.Where(m => db.People.Any(p => p.Congress == m.Congress && p.Id == m.PersonId && p.Name == deputy));
        }

        var opinions = filter.Kind is { } kind ? db.Opinions.Where(o => o.Kind == kind) : db.Opinions;
        return matters.Join(opinions, m => new { m.Congress, MatterId = m.Id }, o => new { o.Congress, o.MatterId }, (m, o) => new Counted { Matter = m, Opinion = o });
    }

    private sealed class Counted
    {
        public required Matter Matter { get; init; }

        public required Opinion Opinion { get; init; }
    }
}
