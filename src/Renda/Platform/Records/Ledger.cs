using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Records;

/// <summary>Something in the ledger that is not as it was written.</summary>
internal sealed record Finding(int? Congress, Guid? Matter, string? Number, int? Sequence, string Says)
{
    public string? Step { get; init; }

    /// <summary>The legal day of the record.</summary>
    public string? On { get; init; }

    public override string ToString() =>
        (Matter is { } id ? $"{Congress} 事项 {(Number is null ? "" : $"{Number} ")}{id:D}" : "")
        + (Sequence is { } sequence ? $" 第 {sequence} 条：" : Matter is null ? "" : "：")
        + Says + (Step is null ? "" : $"（{Step}，{On}）");
}

/// <summary>How much was looked at.</summary>
internal sealed record LedgerCount(int Congresses, long Matters, long Records, long Papers, int Seals, long Bytes);

/// <summary>Checks every chain of records, the matters they end in, the papers they name and the seals over them. Each core takes a range of
/// matters; one record is held at a time, and of each sealed one its hash.</summary>
internal sealed class Ledger(IServiceScopeFactory scopes, IReadOnlyList<SealLine>? against = null, int? cores = null)
{
    // Smaller ranges are not worth a connection of their own.
    private const int FewRecords = 10_000;
    private const int RangesPerCore = 4;

    public LedgerCount Count { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public async IAsyncEnumerable<Finding> VerifyAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var texts = await db.RuleVersions.AsNoTracking().ToListAsync();
        foreach (var text in texts.Where(v => !v.IsWhole()))
        {
            yield return new Finding(null, null, null, null, $"程序“{text.Procedure}”的文本 {text.Version[..12]} 被改动过，内容与版本号不符。");
        }

        var seals = await db.Seals.AsNoTracking().OrderBy(s => s.Congress).ThenBy(s => s.Number).ToListAsync();
        List<SealLine> lines = [.. seals.Select(SealLine.Of)];
        foreach (var says in SealChain.Find(lines).Concat(SealChain.Against(lines, against ?? [])))
        {
            yield return new Finding(null, null, null, null, says);
        }

        var places = new SealedPlaces(seals);
        var versions = texts.Select(v => v.Version).ToHashSet(StringComparer.Ordinal);
        var ranges = await RangesAsync(db);
        var parts = new LedgerPart[ranges.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, ranges.Count), new ParallelOptions { MaxDegreeOfParallelism = Cores }, async (i, _) => parts[i] = await PartAsync(ranges[i], versions, places));
        Count = new LedgerCount(ranges.Select(r => r.Congress).Distinct().Count(), parts.Sum(p => p.Matters), parts.Sum(p => p.Records), parts.Sum(p => p.Papers), seals.Count, parts.Sum(p => p.Bytes));
        foreach (var part in parts)
        {
            foreach (var finding in part.Findings)
            {
                yield return finding;
            }

            if (part.Found > part.Findings.Count)
            {
                yield return new Finding(null, null, null, null, $"还有 {part.Found - part.Findings.Count} 处，不再一一列出。");
            }
        }

        foreach (var broken in places.All.AsParallel().AsOrdered().WithDegreeOfParallelism(Cores).Where(p => !p.Holds()).ToList())
        {
            foreach (var finding in await SealDiagnosis.OfAsync(db, broken))
            {
                yield return finding;
            }
        }

        await foreach (var finding in new LedgerRest(db, scopes).FindAsync(seals))
        {
            Count = Count with { Matters = Count.Matters + (finding.Says == LedgerRest.Bare ? 1 : 0) };
            yield return finding;
        }
    }

    private int Cores => cores ?? Environment.ProcessorCount;

    private async Task<LedgerPart> PartAsync(Range range, HashSet<string> versions, SealedPlaces places)
    {
        await using var reading = scopes.CreateAsyncScope();
        await using var aside = scopes.CreateAsyncScope(); // On PostgreSQL one connection cannot look things up while it streams.
        var db = reading.ServiceProvider.GetRequiredService<RendaDb>();
        var part = new LedgerPart(versions, new PaperTrail(aside.ServiceProvider.GetRequiredService<RendaDb>(), reading.ServiceProvider.GetRequiredService<PaperStore>()), places);
        await db.Database.OpenConnectionAsync();
        using var rows = LedgerRows.Open(db.Database.GetDbConnection(), range.Congress, range.From, range.Before);
        await part.RunAsync(rows);
        return part;
    }

    // Ranges of about as many records each, so that no core waits long for another.
    private async Task<List<Range>> RangesAsync(RendaDb db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        List<Range> ranges = [];
        for (object? congress = -1; (congress = await AskAsync(connection, $"SELECT MIN(congress) FROM records WHERE congress > {congress}")) is not null;)
        {
            var records = Convert.ToInt64(await AskAsync(connection, $"SELECT COUNT(*) FROM records WHERE congress = {congress}"), CultureInfo.InvariantCulture);
            var size = Math.Max(FewRecords, records / (Cores * RangesPerCore));
            string? from = null;
            for (var at = size; at < records; at += size)
            {
                // Whatever stands there for an identifier is only let into SQL as one.
                if (Guid.TryParse($"{await AskAsync(connection, $"SELECT matter_id FROM records WHERE congress = {congress} ORDER BY congress, matter_id, sequence LIMIT 1 OFFSET {at}")}", out var id)
                    && (connection is SqliteConnection ? $"{id:D}".ToUpperInvariant() : $"{id:D}") is var before && before != from)
                {
                    ranges.Add(new Range(Convert.ToInt32(congress, CultureInfo.InvariantCulture), from, before));
                    from = before;
                }
            }

            ranges.Add(new Range(Convert.ToInt32(congress, CultureInfo.InvariantCulture), from, null));
        }

        return ranges;
    }

    private static async Task<object?> AskAsync(DbConnection connection, FormattableString sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Numbers alone.
        command.CommandText = sql.ToString(CultureInfo.InvariantCulture);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? value : null;
    }

    private sealed record Range(int Congress, string? From, string? Before);
}
