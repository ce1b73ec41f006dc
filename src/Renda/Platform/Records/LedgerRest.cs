using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Records;

/// <summary>What no record leads to: matters without any, papers no record names, places behind the last seal.</summary>
internal sealed class LedgerRest(RendaDb db, IServiceScopeFactory scopes)
{
    public const string Bare = "一条记录也没有。";

    public async IAsyncEnumerable<Finding> FindAsync(IReadOnlyList<Seal> seals)
    {
        var bare = db.Matters.AsNoTracking().Where(m => !db.Records.Any(r => r.Congress == m.Congress && r.MatterId == m.Id))
            .Select(m => new { m.Congress, m.Id, m.Number }).AsAsyncEnumerable();
        await foreach (var matter in bare)
        {
            yield return new Finding(matter.Congress, matter.Id, matter.Number, null, Bare);
        }

        await using var scope = scopes.CreateAsyncScope();
        var papers = new PaperTrail(scope.ServiceProvider.GetRequiredService<RendaDb>(), scope.ServiceProvider.GetRequiredService<PaperStore>());
        await foreach (var paper in db.Papers.AsNoTracking().Where(p => p.MatterId != null).AsAsyncEnumerable())
        {
            if (!await papers.IsNamedAsync(paper))
            {
                yield return new Finding(paper.Congress, paper.MatterId, null, paper.Sequence, $"文件“{paper.Name}”挂在这里，但记录没有提到它。");
            }
        }

        foreach (var congress in await db.Congresses.Select(c => c.Code).ToListAsync())
        {
            // Seals made since are no finding: they are where the places end now.
            var here = await db.Seals.Where(s => s.Congress == congress).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
            var last = Math.Max(here?.Last ?? 0, seals.Where(s => s.Congress == congress).Select(s => s.Last).DefaultIfEmpty(0).Max());
            await foreach (var leaf in db.SealLeaves.AsNoTracking().Where(l => l.Congress == congress && l.Position > last).Take(100).AsAsyncEnumerable())
            {
                yield return new Finding(congress, leaf.MatterId, null, leaf.Sequence, "登记为已封存，但没有一号封存包含它。");
            }
        }
    }
}
