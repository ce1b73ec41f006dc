using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Platform.Records.Sealing;
using Xunit;

namespace Renda.Tests.Platform.Records.Sealing;

public sealed class SealingTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task New_records_are_sealed_once_and_each_seal_names_the_one_before(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Submitted();
        Assert.Contains("封存第 1 号：2 条记录，第 1 至 2 位", (await office.RunAsync("ledger", "seal")).Out, StringComparison.Ordinal);
        Assert.Contains("没有新的记录", (await office.RunAsync("ledger", "seal")).Out, StringComparison.Ordinal);
        await office.Draft("另一件");
        Assert.Contains("封存第 2 号：1 条记录，第 3 至 3 位", (await office.RunAsync("ledger", "seal")).Out, StringComparison.Ordinal);
        var seals = await office.WithDb(db => db.Seals.AsNoTracking().OrderBy(s => s.Number).ToListAsync());
        Assert.Equal(["", seals[0].Hash], seals.Select(s => s.Previous));
        Assert.Equal(0, await office.WithDb(db => db.UnsealedRecords.CountAsync()));
        var ran = await office.RunAsync("ledger", "verify");
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
        Assert.Contains("2 号封存，全部完好", ran.Out, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Many_at_once_write_and_seal_and_no_record_is_left_or_sealed_twice(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var writing = Enumerable.Range(0, 4).Select(async w =>
        {
            for (var i = 0; i < 8; i++)
            {
                await office.Draft($"第 {w} 人第 {i} 件");
            }
        });
        var sealing = Enumerable.Range(0, 3).Select(async _ =>
        {
            for (var i = 0; i < 6; i++)
            {
                await SealAsync(office);
            }
        });
        await Task.WhenAll(writing.Concat(sealing));
        await SealAsync(office);
        Assert.Equal(32, await office.WithDb(db => db.SealLeaves.CountAsync()));
        var ran = await office.RunAsync("ledger", "verify");
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
    }

    [Fact]
    public async Task A_record_committed_late_goes_under_the_next_seal()
    {
        Databases.LeaveOutUnless(Databases.Server is not null, "PostgreSQL is not here.");
        await using var office = await TestOffice.OpenAsync(Databases.Postgres);
        await office.Draft("先的");
        await using var scope = office.App.Services.CreateAsyncScope();
        var slow = scope.ServiceProvider.GetRequiredService<RendaDb>();
        await using (var transaction = await slow.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // Written before the seal with a time before it, committed after it.
            await slow.Database.ExecuteSqlRawAsync("""
                INSERT INTO records SELECT congress, matter_id, 2, step, stage, person_id, post_id, at - interval '1 hour', "on", particulars, papers, version, basis, NULL, hash, repeat('a', 64) FROM records
                """, TestContext.Current.CancellationToken);
            Assert.Equal(1, (await SealAsync(office)).Single().Count);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((2, 2L, 1), (await SealAsync(office)).Select(s => (s.Number, s.First, s.Count)).Single());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_keeps_seals_and_the_list_of_what_is_not_sealed(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Draft();
        var listed = await Assert.ThrowsAnyAsync<Exception>(() => office.WithDb(db => db.Database.ExecuteSqlRawAsync("DELETE FROM unsealed_records")));
        Assert.Contains("not sealed yet", listed.Message, StringComparison.Ordinal);
        await SealAsync(office);
        foreach (var sql in (string[])["UPDATE seals SET root = ''", "DELETE FROM seals", "UPDATE seal_leaves SET hash = ''", "DELETE FROM seal_leaves"])
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => office.WithDb(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_seal_made_a_moment_ago_is_enough(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Draft();
        await SealAsync(office, TimeSpan.FromMinutes(10));
        await office.Draft("又一件");
        Assert.Empty(await SealAsync(office, TimeSpan.FromMinutes(10)));
        Assert.Single(await SealAsync(office, TimeSpan.Zero));
    }

    private static async Task<IReadOnlyList<Seal>> SealAsync(TestOffice office, TimeSpan? notWithin = null)
    {
        await using var scope = office.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Sealer>().SealAsync(notWithin: notWithin);
    }
}
