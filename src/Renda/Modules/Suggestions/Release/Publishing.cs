using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Matters;

namespace Renda.Modules.Suggestions.Release;

/// <summary>Released suggestions for other public pages.</summary>
internal sealed class Publishing(RendaDb db) : IPublish
{
    /// <summary>Only those whose release names the deputy: one that leaves the name out is not to be found by it.</summary>
    public async Task<IReadOnlyList<Published>> OfAsync(int congress, Guid person, int most)
    {
        var own = db.Matters.Where(s => s.Congress == congress && s.Procedure == SuggestionFlow.Id && s.PersonId == person).Select(s => s.Id);
        var matters = await (
            from l in db.Links
            where l.Congress == congress && own.Contains(l.TargetId)
            join m in Released.Open(db, congress) on new { l.Congress, Id = l.MatterId } equals new { m.Congress, m.Id }
            orderby m.OpenedOn descending, m.Id descending
            select m).Take(most).ToListAsync();
        return [.. (await Released.TextsAsync(db, congress, matters)).Where(r => r.Text.One("lead") is not null).Select(Of)];
    }

    /// <summary>Of a deputy the asker knows: again only where the release names them.</summary>
    public async Task<Published?> AboutAsync(int congress, Guid matter)
    {
        // Of a divided one what is public is public of its parts.
        var parts = db.Links.Where(l => l.Congress == congress && l.TargetId == matter && db.Matters.Any(p => p.Congress == congress && p.Id == l.MatterId && p.OriginId == matter)).Select(l => l.MatterId);
        var released = await Released.Open(db, congress).Where(m => db.Links.Any(l => l.Congress == congress && (l.TargetId == matter || parts.Contains(l.TargetId)) && l.MatterId == m.Id))
            .OrderBy(m => m.Id).Take(1).ToListAsync();
        return (await Released.TextsAsync(db, congress, released)).Where(r => r.Text.One("lead") is not null).Select(Of).FirstOrDefault();
    }

    private static Published Of(Released released) => new(released.Text.One("title")!, released.Text.One("number"), released.On, $"/public/{released.Id}");
}
