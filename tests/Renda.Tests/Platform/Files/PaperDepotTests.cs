using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Files;
using Xunit;

namespace Renda.Tests.Platform.Files;

public sealed class PaperDepotTests
{
    [Fact]
    public async Task What_one_node_took_in_the_other_has_and_checks()
    {
        Databases.LeaveOutUnless(Databases.Server is not null, "RENDA_TEST_POSTGRES names no server.");
        await using var office = await TestOffice.OpenAsync(Databases.Postgres);
        var elsewhere = Directory.CreateTempSubdirectory("renda-node-").FullName;
        await using var second = office.Node("--Renda:Data", elsewhere);
        byte[] large = [.. Enumerable.Range(0, 5_000_000).Select(i => (byte)('a' + i % 23))];
        var saved = await SaveAsync(office.App.Services, large);
        var there = second.Services.GetRequiredService<PaperStore>();
        Assert.Equal(large, await ReadAsync(there, saved.Sha256));
        Assert.True(File.Exists(Path.Combine(elsewhere, "papers", saved.Sha256[..2], saved.Sha256[2..4], saved.Sha256)));

        // A changed piece is not handed out as the paper.
        var other = await SaveAsync(office.App.Services, [.. large, (byte)'!']);
        await office.WithDb(db => db.PaperParts.Where(p => p.Sha256 == other.Sha256 && p.Part == 1).ExecuteUpdateAsync(p => p.SetProperty(x => x.Bytes, [1, 2, 3])));
        Assert.Null(there.OpenRead(other.Sha256));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task Papers_an_earlier_version_left_in_a_folder_are_brought_in_once()
    {
        Databases.LeaveOutUnless(Databases.Server is not null, "RENDA_TEST_POSTGRES names no server.");
        await using var office = await TestOffice.OpenAsync(Databases.Postgres);
        await using var before = office.Node("--Renda:PapersInDatabase", "false");
        var saved = await SaveAsync(before.Services, "旧版收下的文件"u8.ToArray());
        Assert.Equal(0, await office.WithDb(db => db.PaperParts.CountAsync()));
        var store = office.App.Services.GetRequiredService<PaperStore>();
        Assert.Equal(1, await store.DepositAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await store.DepositAsync(TestContext.Current.CancellationToken));
        Assert.Equal(saved.Sha256, await office.WithDb(db => db.PaperParts.Select(p => p.Sha256).SingleAsync()));
    }

    private static async Task<Saved> SaveAsync(IServiceProvider node, byte[] content) =>
        Assert.IsType<Saved>(await node.GetRequiredService<PaperStore>().SaveAsync(new MemoryStream(content), "文件.txt", TestContext.Current.CancellationToken));

    private static async Task<byte[]> ReadAsync(PaperStore store, string sha256)
    {
        await using var file = store.OpenRead(sha256)!;
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, TestContext.Current.CancellationToken);
        return whole.ToArray();
    }
}
