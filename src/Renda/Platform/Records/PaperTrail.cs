using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;

namespace Renda.Platform.Records;

/// <summary>Follows papers from the records that name them to the table and the store, and back.</summary>
internal sealed class PaperTrail(RendaDb db, PaperStore store)
{
    /// <summary>Hashes remembered so that a paper many records name is read once; bounded, because memory must stay flat.</summary>
    private const int Remembered = 50_000;

    private readonly Dictionary<string, bool> whole = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public async Task<IReadOnlyList<string>> CheckAsync(int congress, Guid matter, string papers)
    {
        if (Named(papers) is not { } named)
        {
            return ["所附文件的清单读不出来。"];
        }

        List<string> says = [];
        foreach (var paper in named)
        {
            Count++;
            says.AddRange(await CheckAsync(congress, matter, paper));
        }

        return says;
    }

    /// <summary>Whether the record a paper is attached to names it.</summary>
    public async Task<bool> IsNamedAsync(Paper paper)
    {
        var text = await db.Records.AsNoTracking()
            .Where(r => r.Congress == paper.Congress && r.MatterId == paper.MatterId && r.Sequence == paper.Sequence)
            .Select(r => r.Papers).SingleOrDefaultAsync();
        return text is not null && Named(text) is { } named && named.Any(p => p.Id == paper.Id);
    }

    private static IReadOnlyList<RecordedPaper>? Named(string json)
    {
        try
        {
            return RecordJson.ReadPapers(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IEnumerable<string>> CheckAsync(int congress, Guid matter, RecordedPaper paper)
    {
        var row = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == congress && p.Id == paper.Id);
        var table = row is null ? $"文件“{paper.Name}”不在文件登记表里。"
            : (row.Sha256, row.Size, row.Name, row.MatterId) != (paper.Sha256, paper.Size, paper.Name, matter) ? $"文件“{paper.Name}”的登记与记录不符。"
            : null;
        var content = await IsWholeAsync(paper.Sha256) ? null : $"文件“{paper.Name}”不见了，或者内容被改动过。";
        return new[] { table, content }.OfType<string>();
    }

    private async Task<bool> IsWholeAsync(string sha256)
    {
        if (whole.Count >= Remembered)
        {
            whole.Clear();
        }

        return whole.TryGetValue(sha256, out var known) ? known : whole[sha256] = await store.Verify(sha256);
    }
}
