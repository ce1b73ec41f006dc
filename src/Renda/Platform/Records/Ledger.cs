using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;

namespace Renda.Platform.Records;

/// <summary>Something in the ledger that is not as it was written.</summary>
internal sealed record Finding(int? Congress, Guid? Matter, string? Number, int? Sequence, string Says)
{
    public override string ToString() =>
        (Matter is { } id ? $"{Congress} 事项 {(Number is null ? "" : $"{Number} ")}{id:D}" : "")
        + (Sequence is { } sequence ? $" 第 {sequence} 条：" : Matter is null ? "" : "：")
        + Says;
}

/// <summary>How much was looked at.</summary>
internal sealed record LedgerCount(int Congresses, long Matters, long Records, long Papers);

/// <summary>Checks every chain of records, the matters they end in and the papers they name. One record is held at a time.
/// Records cut off together with their matter's row leave no gap here: that is what seals are for.</summary>
/// <param name="aside">A second context: on PostgreSQL one connection cannot look things up while it streams.</param>
internal sealed class Ledger(RendaDb db, RendaDb aside, PaperStore store)
{
    private readonly PaperTrail papers = new(aside, store);
    private readonly HashSet<int> congresses = [];
    private HashSet<string> versions = [];
    private long matters;
    private long records;

    public LedgerCount Count => new(congresses.Count, matters, records, papers.Count);

    public async IAsyncEnumerable<Finding> VerifyAsync()
    {
        var texts = await aside.RuleVersions.AsNoTracking().ToListAsync();
        versions = [.. texts.Select(v => v.Version)];
        foreach (var text in texts.Where(v => !v.IsWhole()))
        {
            yield return new Finding(null, null, null, null, $"程序“{text.Procedure}”的文本 {text.Version[..12]} 被改动过，内容与版本号不符。");
        }

        Chain? chain = null;
        await foreach (var (record, matter) in Stream())
        {
            if (chain is null || !chain.Continues(record))
            {
                foreach (var finding in Close(chain))
                {
                    yield return finding;
                }

                chain = Open(record, matter);
            }

            records++;
            foreach (var finding in await LookAsync(chain, record))
            {
                yield return finding;
            }
        }

        foreach (var finding in Close(chain))
        {
            yield return finding;
        }

        await foreach (var finding in RestAsync())
        {
            yield return finding;
        }
    }

    private Chain Open(Record record, MatterEnd? matter)
    {
        matters++;
        congresses.Add(record.Congress);
        return new Chain(record.Congress, record.MatterId, matter);
    }

    private static IEnumerable<Finding> Close(Chain? chain) => chain?.End() ?? [];

    private async Task<List<Finding>> LookAsync(Chain chain, Record record)
    {
        List<string> says = [.. chain.Add(record)];
        if (!versions.Contains(record.Version))
        {
            says.Add("所依据的程序文本不在库里。");
        }

        says.AddRange(await papers.CheckAsync(record));
        return [.. says.Select(s => new Finding(record.Congress, record.MatterId, chain.Number, record.Sequence, s))];
    }

    // One statement, so a writer at work cannot make records and matters disagree.
    private IAsyncEnumerable<(Record Record, MatterEnd? Matter)> Stream() => (
        from record in db.Records.AsNoTracking()
        join matter in db.Matters.AsNoTracking() on new { record.Congress, Id = record.MatterId } equals new { matter.Congress, matter.Id } into found
        from end in found.DefaultIfEmpty()
        orderby record.Congress, record.MatterId, record.Sequence
        select new { record, end = end == null ? null : new MatterEnd(end.Number, end.Stage, end.Revision, end.Head) })
        .AsAsyncEnumerable().Select(r => (r.record, (MatterEnd?)r.end));

    private async IAsyncEnumerable<Finding> RestAsync()
    {
        var bare = db.Matters.AsNoTracking().Where(m => !db.Records.Any(r => r.Congress == m.Congress && r.MatterId == m.Id))
            .Select(m => new { m.Congress, m.Id, m.Number }).AsAsyncEnumerable();
        await foreach (var matter in bare)
        {
            matters++;
            yield return new Finding(matter.Congress, matter.Id, matter.Number, null, "一条记录也没有。");
        }

        var attached = db.Papers.AsNoTracking().Where(p => p.MatterId != null).AsAsyncEnumerable();
        await foreach (var paper in attached)
        {
            if (!await papers.IsNamedAsync(paper))
            {
                yield return new Finding(paper.Congress, paper.MatterId, null, paper.Sequence, $"文件“{paper.Name}”挂在这里，但记录没有提到它。");
            }
        }
    }
}
