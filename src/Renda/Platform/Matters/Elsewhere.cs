using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What a procedure asks about beyond the matter itself. Nothing is read where it asks nothing.</summary>
internal static class Elsewhere
{
    /// <summary>The matters that name this one, of the procedures asked about.</summary>
    public static async Task<IReadOnlyList<ChildState>> LinkedAsync(RendaDb db, int congress, Guid matter, Procedure procedure)
    {
        if (procedure.Linking is not { Count: > 0 } asked)
        {
            return [];
        }

        var linked = await (
            from link in db.Links.AsNoTracking()
            where link.Congress == congress && link.TargetId == matter
            join m in db.Matters on new { link.Congress, Id = link.MatterId } equals new { m.Congress, m.Id }
            where asked.Contains(m.Procedure)
            orderby m.Id
            select new { m.Procedure, m.Part, m.Stage, m.Title }).ToListAsync();
        return [.. linked.Select(m => new ChildState(m.Procedure, m.Part, m.Stage, m.Title))];
    }

    /// <summary>How often the steps asked about were taken this year and last year, over all matters of the procedure.</summary>
    public static async Task<IReadOnlyDictionary<string, Tally>> TalliesAsync(RendaDb db, int congress, Procedure procedure, DateOnly today)
    {
        if (procedure.Tallied is not { Count: > 0 } steps)
        {
            return new Dictionary<string, Tally>();
        }

        var (first, turn, last) = (new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        var taken = await (
            from m in db.Matters.AsNoTracking()
            where m.Congress == congress && m.Procedure == procedure.Id
            join r in db.Records on new { m.Congress, MatterId = m.Id } equals new { r.Congress, r.MatterId }
            where steps.Contains(r.Step) && r.On >= first && r.On <= last
            group r by new { r.Step, ThisYear = r.On >= turn } into g
            select new { g.Key.Step, g.Key.ThisYear, Count = g.Count() }).ToListAsync();
        return steps.ToDictionary(s => s, s => new Tally(Of(s, thisYear: true), Of(s, thisYear: false)));

        int Of(string step, bool thisYear) => taken.FirstOrDefault(t => t.Step == step && t.ThisYear == thisYear)?.Count ?? 0;
    }
}
