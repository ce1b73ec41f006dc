using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Roster;

/// <summary>What can be chosen on these pages.</summary>
internal sealed record Choices(IReadOnlyList<CongressTerm> Terms, IReadOnlyList<Unit> Delegations, IReadOnlyList<Unit> Committees)
{
    /// <summary>The term of a day; the latest where none is running.</summary>
    public CongressTerm? Current(DateOnly today) => Terms.FirstOrDefault(t => t.From <= today && (t.To is null || t.To >= today)) ?? (Terms.Count > 0 ? Terms[0] : null);

    public IReadOnlyList<(string, string)> TermTitles => [.. Terms.Select(t => ($"{t.Number}", Words.Term(t.Number)))];

    public static async Task<Choices> LoadAsync(RendaDb db, int congress)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == congress && (u.System == UnitSystem.Delegation || u.System == UnitSystem.Congress)).OrderBy(u => u.Id).ToListAsync();
        return new Choices(
            await db.Terms.AsNoTracking().Where(t => t.Congress == congress).OrderByDescending(t => t.Number).ToListAsync(),
            [.. units.Where(u => u.System == UnitSystem.Delegation)], [.. units.Where(u => u.System == UnitSystem.Congress)]);
    }

    public static IReadOnlyList<(string, string)> Of(IReadOnlyList<Unit> units) => [.. units.Select(u => ($"{u.Id}", u.Name))];
}
