using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;

namespace Renda.Modules.Laws.Reading;

/// <summary>What laws are listed by; all of it stands in the address.</summary>
/// <param name="On">The day on which what is in force is asked.</param>
internal sealed record LawFilter(string? Title, string? Kind, string? Status, DateOnly On)
{
    public static readonly IReadOnlyList<(string Id, string Title)> Statuses = [("in-force", "现行有效"), ("amended", "已修改"), ("pending", "尚未施行"), ("repealed", "已废止"), ("undated", "施行日期待补")];

    public bool Any => Title is not null || Kind is not null || Status is not null;

    public string Query(DateOnly today, string? after = null)
    {
        (string Name, string? Value)[] parts = [("q", Title), ("kind", Kind), ("status", Status), ("on", On == today ? null : $"{On:yyyy-MM-dd}"), ("after", after)];
        return "?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}

/// <summary>A law in a list, as it stands on a day.</summary>
internal sealed record LawRow(Guid Id, string Title, string Kind, string Status, string? Label, DateOnly? From, int Texts, DateOnly Latest)
{
    public string StatusTitle => LawFilter.Statuses.First(s => s.Id == Status).Title;

    public string Tone => Status switch { "in-force" => "done", "pending" => "open", "repealed" => "muted", _ => "warn" };
}

/// <summary>The laws of a congress, those whose last text came into force last first. They are public; who may come to the library sees all.</summary>
internal sealed class Shelf(RendaDb db)
{
    public const int PageSize = 50;

    /// <summary>One more than a page.</summary>
    public async Task<List<LawRow>> PageAsync(int congress, LawFilter filter, (DateOnly Day, Guid Id)? after)
    {
        var laws = Filtered(congress, filter);
        if (after is (var day, var id))
        {
            laws = laws.Where(l => l.Latest <= day && (l.Latest < day || l.MatterId.CompareTo(id) < 0));
        }

        var page = await laws.OrderByDescending(l => l.Latest).ThenByDescending(l => l.MatterId).Take(PageSize + 1).ToListAsync();
        List<Guid> ids = [.. page.Select(l => l.MatterId)];
        var versions = (await db.LawVersions.AsNoTracking().Where(v => v.Congress == congress && ids.Contains(v.MatterId) && v.ReplacedBy == null).ToListAsync()).ToLookup(v => v.MatterId);
        return [.. page.Select(l => Row(l, [.. versions[l.MatterId]], filter.On))];
    }

    public Task<int> CountAsync(int congress, LawFilter filter) => Filtered(congress, filter).CountAsync();

    /// <summary>How a law stands on a day; texts that were replaced aside.</summary>
    public static string StatusOf(Law law, DateOnly on) =>
        law.RepealedOn <= on ? "repealed" : law.First is not { } first ? "undated" : first > on ? "pending" : "in-force";

    private static LawRow Row(Law law, IReadOnlyList<LawVersion> versions, DateOnly on)
    {
        var text = versions.FirstOrDefault(v => v.IsInForce(on)) ?? versions.OrderBy(v => v.From).LastOrDefault();
        return new LawRow(law.MatterId, law.Title, law.Kind, StatusOf(law, on), text?.Label, text?.From, versions.Count, law.Latest);
    }

    private IQueryable<Law> Filtered(int congress, LawFilter filter)
    {
        var (laws, on) = (db.Laws.AsNoTracking().Where(l => l.Congress == congress), filter.On);
        laws = filter.Title is { } title ? laws.Where(l => l.Title.Contains(title)) : laws;
        laws = filter.Kind is { } kind ? laws.Where(l => l.Kind == kind) : laws;
        return filter.Status switch
        {
            "in-force" => laws.Where(l => l.First <= on && (l.RepealedOn == null || l.RepealedOn > on)),
            // In force, and not as it was first: a text of it has been superseded.
            "amended" => laws.Where(l => l.First <= on && (l.RepealedOn == null || l.RepealedOn > on)
                && db.LawVersions.Any(v => v.Congress == l.Congress && v.MatterId == l.MatterId && v.ReplacedBy == null && v.From > l.First && v.From <= on)),
            "pending" => laws.Where(l => l.First > on && (l.RepealedOn == null || l.RepealedOn > on)),
            "repealed" => laws.Where(l => l.RepealedOn <= on),
            "undated" => laws.Where(l => l.First == null && (l.RepealedOn == null || l.RepealedOn > on)),
            _ => laws,
        };
    }
}
