using Microsoft.EntityFrameworkCore;
using Renda.Bench.Seeding;
using Renda.Database;
using Renda.Modules.Suggestions;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Bench.Measuring;

/// <summary>The pages measured, each with who looks at it.</summary>
internal static class Addresses
{
    private const int Deep = 1000 * Register.PageSize;

    public static async Task<List<(string Page, string Who, string Address)>> AllAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var roots = db.Matters.AsNoTracking().Where(m => m.Congress == World.Code && m.Procedure == SuggestionFlow.Id);
        var newest = roots.OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id);
        var deep = await newest.Skip(Math.Min(Deep, await roots.CountAsync() - 1)).Select(m => new { m.OpenedOn, m.Id }).FirstAsync();
        var cursor = Cursors.Write(deep.OpenedOn, deep.Id);
        var deputy = await db.People.SingleAsync(p => p.Congress == World.Code && db.Users.Any(u => u.UserName == World.Deputy && u.PersonId == p.Id));
        var unit = await db.Units.Where(u => u.Congress == World.Code && u.Handles).OrderBy(u => u.Name).Skip(30).FirstAsync();
        var rare = (await newest.Select(m => m.Title).FirstAsync())[4..6];
        var year = deep.OpenedOn.Year;
        List<(string, string, string)> pages = [];
        foreach (var who in (string[])[World.Clerk, World.Deputy, World.BigUnit, World.SmallUnit, World.Dispatcher])
        {
            var mine = await MineAsync(db, who);
            pages.Add(("to-do list", who, "/"));
            pages.Add(("list, first page", who, "/suggestions"));
            pages.Add(("list, 1,000 pages deep", who, $"/suggestions?after={cursor}"));
            pages.Add(("list, stage handling", who, "/suggestions?stage=handling"));
            pages.Add(("list, stage replied (also shown for settled)", who, "/suggestions?stage=replied"));
            pages.Add(("list, stage closed", who, "/suggestions?stage=closed"));
            pages.Add(("list, stage declined", who, "/suggestions?stage=declined"));
            pages.Add(("list, a unit", who, $"/suggestions?unit={unit.Id}"));
            pages.Add(("list, a unit and stage handling", who, $"/suggestions?unit={unit.Id}&stage=handling"));
            pages.Add(("list, a subject", who, "/suggestions?subject=health"));
            pages.Add(("list, a year", who, $"/suggestions?year={year - 10}"));
            pages.Add(("list, a lead deputy", who, $"/suggestions?lead={Uri.EscapeDataString(deputy.Name)}"));
            pages.Add(("list, overdue", who, "/suggestions?overdue=true"));
            pages.Add(("list, a year, a subject and stage closed", who, $"/suggestions?year={year - 10}&subject=health&stage=closed"));
            pages.Add(("search, a frequent word", who, $"/search?q={Uri.EscapeDataString(Vocabulary.Common)}"));
            pages.Add(("search, a rare word", who, $"/search?q={Uri.EscapeDataString(rare)}"));
            pages.Add(("search, frequent bigrams never together", who, $"/search?q={Uri.EscapeDataString(Vocabulary.NeverTogether)}"));
            pages.Add(("search, one character", who, $"/search?q={Uri.EscapeDataString(Vocabulary.Common[..1])}"));
            pages.Add(("a suggestion", who, $"/suggestions/{mine}"));
        }

        var flow = $"/procedures/{SuggestionFlow.Id}/flow";
        pages.Add(("flow, all of it", World.Clerk, flow));
        pages.Add(("flow, a unit", World.Clerk, $"{flow}?unit={unit.Id}"));
        pages.Add(("flow, a year", World.Clerk, $"{flow}?from={year - 10}-01-01&until={year - 10}-12-31"));
        pages.Add(("statistics of a year, by unit", World.Clerk, $"/suggestion-numbers?year={year - 10}&by=unit"));
        pages.Add(("statistics of a year, by subject", World.Clerk, $"/suggestion-numbers?year={year - 10}&by=subject"));
        pages.Add(("statistics of a year, by delegation", World.Clerk, $"/suggestion-numbers?year={year - 10}&by=delegation"));
        pages.Add(("behind a number: dissatisfied in a year", World.Clerk, $"/suggestion-numbers/list?year={year - 10}&figure=result-dissatisfied"));
        pages.Add(("XLSX of the rows of a lead deputy (about 1,100)", World.Clerk, $"/suggestions.xlsx?lead={Uri.EscapeDataString(deputy.Name)}"));
        return pages;
    }

    // A suggestion under way that the viewer has a part in.
    private static async Task<Guid> MineAsync(RendaDb db, string who)
    {
        var person = await db.Users.Where(u => u.UserName == who).Select(u => u.PersonId).SingleAsync();
        List<Guid> units = await db.Posts.Where(p => p.Congress == World.Code && p.PersonId == person).Select(p => p.UnitId).ToListAsync();
        foreach (var stage in (string[])["handling", "closed"])
        {
            var all = db.Matters.Where(m => m.Congress == World.Code && m.Procedure == SuggestionFlow.Id && m.Stage == stage).OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id);
            var mine = all.Where(m => who == World.Clerk || db.Parties.Any(p => p.Congress == m.Congress && p.MatterId == m.Id && (p.PersonId == person || units.Contains(p.UnitId!.Value))));
            if (await mine.Select(m => m.Id).FirstOrDefaultAsync() is var found && found != Guid.Empty)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"{who} has no part in any suggestion.");
    }
}
