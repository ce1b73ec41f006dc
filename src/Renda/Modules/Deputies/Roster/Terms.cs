using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Roster;

/// <summary>The terms for other modules.</summary>
internal sealed class Terms(RendaDb db) : ITerms
{
    public async Task<IReadOnlyList<Term>> OfAsync(int congress) =>
        [.. (await db.Terms.AsNoTracking().Where(t => t.Congress == congress).OrderByDescending(t => t.Number).ToListAsync()).Select(t => new Term(t.Number, Words.Term(t.Number), t.From, t.To))];
}
