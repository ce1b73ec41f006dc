using Microsoft.EntityFrameworkCore;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;
using Xunit;
using Record = Renda.Platform.Records.Record;

namespace Renda.Tests.Platform.Records.Sealing;

/// <summary>Somebody has the database in hands, drops the triggers and alters it, hashes and all.</summary>
public sealed class TamperingTests : IAsyncDisposable
{
    private TestOffice office = null!;
    private Guid matter;
    private List<Record> records = [];

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task A_record_changed_with_all_hashes_after_it_is_named(string database)
    {
        await OpenAsync(database);
        await RewriteAsync(records.Select(r => r.Sequence == 2 ? Copy(r, particulars: """{"intake":["session"],"signed":["yes"]}""") : Copy(r)));
        await FindsAsync("第 2 条：与封存时不同：封存第 1 号", "第 3 条：与封存时不同");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_record_removed_with_all_traces_in_its_matter_is_named(string database)
    {
        await OpenAsync(database);
        await office.TamperAsync($"DELETE FROM records WHERE sequence = 3 AND {Here}; UPDATE matters SET revision = 2, head = '{records[1].Hash}', stage = '{records[1].Stage}' WHERE {Id}");
        await FindsAsync($"事项 {await NumberAsync()} {matter:D} 第 3 条：记录不见了：封存第 1 号里有它");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_whole_matter_removed_is_named(string database)
    {
        await OpenAsync(database);
        await office.TamperAsync($"DELETE FROM records WHERE {Here}; DELETE FROM matters WHERE {Id}");
        await FindsAsync($"{matter:D} 第 1 条：记录不见了", $"{matter:D} 第 3 条：记录不见了");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Records_put_in_another_order_are_named(string database)
    {
        await OpenAsync(database);
        await RewriteAsync([Copy(records[0]), Copy(records[2], sequence: 2), Copy(records[1], sequence: 3)]);
        await FindsAsync("第 2 条：与封存时不同", "第 3 条：与封存时不同");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_record_put_in_between_is_named(string database)
    {
        await OpenAsync(database);
        await RewriteAsync([Copy(records[0]), Copy(records[1], particulars: "{}"), Copy(records[1], sequence: 3), Copy(records[2], sequence: 4)]);
        await FindsAsync("第 2 条：与封存时不同", "第 4 条：没有封存，也不在待封存之列");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Places_altered_with_the_records_do_not_fit_the_root(string database)
    {
        await OpenAsync(database);
        await office.TamperAsync("UPDATE seal_leaves SET position = -1 WHERE position = 1; UPDATE seal_leaves SET position = 1 WHERE position = 2; UPDATE seal_leaves SET position = 2 WHERE position = -1");
        await FindsAsync("封存第 1 号：根与第 1 至 3 位的 3 条记录不符");
    }

    [Theory]
    [InlineData("UPDATE seals SET root = previous WHERE number = 2", "封存第 2 号：内容被改动过")]
    [InlineData("DELETE FROM seals WHERE number = 1", "封存第 2 号：前面缺第 1 号")]
    [InlineData("DELETE FROM seals WHERE number = 2", "登记为已封存，但没有一号封存包含它")]
    [InlineData("UPDATE seals SET previous = root WHERE number = 2", "封存第 2 号：与上一号不相衔接")]
    [InlineData("UPDATE seals SET count = 2000000000 WHERE number = 2", "封存第 2 号：内容被改动过")]
    [InlineData("DELETE FROM seal_leaves WHERE position = 2", "没有封存，也不在待封存之列")]
    public async Task Seals_altered_are_named(string sql, string says)
    {
        foreach (var database in Databases.All)
        {
            await OpenAsync(database.Data);
            await office.Draft("第二件");
            await office.RunAsync("ledger", "seal");
            await office.TamperAsync(sql);
            await FindsAsync(says);
            await office.DisposeAsync();
            office = null!;
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_ledger_rewritten_whole_is_found_by_seals_kept_elsewhere(string database)
    {
        await OpenAsync(database);
        var kept = Path.Combine(office.Data, "kept.json");
        Assert.Equal(0, (await office.RunAsync("ledger", "seals", "--out", kept)).Code);
        await RewriteAsync(records.Select(r => r.Sequence == 2 ? Copy(r, particulars: "{}") : Copy(r)));
        await office.TamperAsync("DELETE FROM seals; DELETE FROM seal_leaves; INSERT INTO unsealed_records (congress, matter_id, sequence) SELECT congress, matter_id, sequence FROM records");
        await office.RunAsync("ledger", "seal");
        Assert.Equal(0, (await office.RunAsync("ledger", "verify")).Code);
        var ran = await office.RunAsync("ledger", "verify", "--against", kept, "--json");
        Assert.Equal(1, ran.Code);
        Assert.Contains("与另存的封存清单不同", ran.Out, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (office is not null)
        {
            await office.DisposeAsync();
        }
    }

    private string Id => $"id = '{(office.App.Configuration["Renda:Postgres"] is null ? $"{matter}".ToUpperInvariant() : $"{matter}")}'";

    private string Here => $"matter_{Id}";

    private async Task OpenAsync(string database)
    {
        office = await TestOffice.OpenAsync(database);
        matter = await office.Submitted();
        await office.Do("clerk", matter, "file", ("subject", "agriculture"));
        records = await office.WithDb(db => db.Records.AsNoTracking().Where(r => r.MatterId == matter).OrderBy(r => r.Sequence).ToListAsync());
        Assert.Equal(3, records.Count);
        await office.RunAsync("ledger", "seal");
    }

    private Task<string?> NumberAsync() => office.WithDb(db => db.Matters.Where(m => m.Id == matter).Select(m => m.Number).SingleAsync());

    // As the program would have written them: every hash, and where the matter ends.
    private async Task RewriteAsync(IEnumerable<Record> wanted)
    {
        var sql = $"DELETE FROM records WHERE {Here}";
        List<Record> written = [];
        foreach (var r in wanted)
        {
            written.Add(Copy(r, previous: written is [.., var last] ? last.Hash : "").Sealed());
        }

        await office.TamperAsync(sql);
        // The triggers are gone on SQLite; on PostgreSQL what they list is taken off again.
        await office.WithDb(async db =>
        {
            db.Records.AddRange(written);
            await db.SaveChangesAsync();
        });
        var end = written[^1];
        await office.TamperAsync($"DELETE FROM unsealed_records; UPDATE matters SET revision = {end.Sequence}, head = '{end.Hash}', stage = '{end.Stage}' WHERE {Id}");
    }

    private static Record Copy(Record r, int? sequence = null, string? particulars = null, string? previous = null) => new()
    {
        Congress = r.Congress,
        MatterId = r.MatterId,
        Sequence = sequence ?? r.Sequence,
        Step = r.Step,
        Stage = r.Stage,
        PersonId = r.PersonId,
        PostId = r.PostId,
        At = r.At,
        On = r.On,
        Particulars = particulars ?? r.Particulars,
        Papers = r.Papers,
        Version = r.Version,
        Basis = r.Basis,
        Key = sequence is null ? r.Key : null,
        Previous = previous ?? r.Previous,
    };

    private async Task FindsAsync(params string[] says)
    {
        var ran = await office.RunAsync("ledger", "verify");
        Assert.Equal(1, ran.Code);
        Assert.All(says, s => Assert.Contains(s, ran.Out, StringComparison.Ordinal));
    }
}
