using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Renda.Platform.Backup;
using Renda.Tests.Platform.Notices;
using Xunit;

namespace Renda.Tests.Platform.Backup;

public sealed class BackupTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task A_backup_made_while_people_write_restores_whole(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Replied();
        await office.RunAsync("ledger", "seal");
        var file = Path.Combine(office.Data, "backup.zip");
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(office, stop.Token);
        var made = await office.RunAsync("backup", "--to", file);
        await stop.CancelAsync();
        var written = await writing;
        Assert.True(made.Code == 0, made.Out + made.Error);
        Assert.True(written > 0);
        foreach (var verb in (string[][])[["restore", "--check", file], ["ledger", "verify", "--backup", file]])
        {
            var ran = await office.RunAsync(verb);
            Assert.True(ran.Code == 0, ran.Out + ran.Error);
            Assert.Contains("全部完好", ran.Out, StringComparison.Ordinal);
            Assert.Contains("1 份文件", ran.Out, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_restored_equals_what_was_backed_up_and_nothing_is_overwritten(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Replied();
        await office.RunAsync("ledger", "seal");
        var (file, into) = (Path.Combine(office.Data, "backup.zip"), Path.Combine(office.Data, "restored"));
        await office.RunAsync("backup", "--to", file);
        var pointing = database == Databases.Postgres ? await Databases.NewAsync(database, into) : ["--Renda:Data", into];
        try
        {
            string[] target = pointing.Length > 2 ? pointing[2..] : [];
            var restored = await Ran.Async(TimeProvider.System, ["restore", file, "--to", into, .. target]);
            Assert.True(restored.Code == 0, restored.Out + restored.Error);
            var (here, there) = (await office.RunAsync("ledger", "verify", "--json"), await Ran.Async(TimeProvider.System, ["ledger", "verify", "--json", .. pointing]));
            Assert.Equal(here.Out, there.Out);
            Assert.Contains("\"whole\":true", there.Out, StringComparison.Ordinal);
            Assert.Contains("不覆盖", (await Ran.Async(TimeProvider.System, ["restore", file, "--to", into, .. target])).Error, StringComparison.Ordinal);
            if (target.Length > 0)
            {
                Assert.Contains("已经有表", (await Ran.Async(TimeProvider.System, ["restore", file, "--to", into + "2", .. target])).Error, StringComparison.Ordinal);
                Assert.False(Directory.Exists(into + "2"));
            }
        }
        finally
        {
            await Databases.DropAsync(pointing);
        }
    }

    [Fact]
    public async Task A_backup_broken_off_or_damaged_is_refused_and_leaves_nothing()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await office.Replied();
        var (file, into) = (Path.Combine(office.Data, "backup.zip"), Path.Combine(office.Data, "restored"));
        await office.RunAsync("backup", "--to", file);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var damaged = Path.Combine(office.Data, "damaged.zip");
        for (var i = 0; i < 40; i++)
        {
            byte[] bytes = i < 10 ? whole[..(whole.Length * i / 10)] : (byte[])whole.Clone();
            if (i >= 10)
            {
                bytes[(int)((long)whole.Length * (i - 10) / 30)] ^= 0x10;
            }

            await File.WriteAllBytesAsync(damaged, bytes, TestContext.Current.CancellationToken);
            var ran = await Ran.Async(TimeProvider.System, "restore", damaged, "--to", into);
            if (ran.Code == 0)
            {
                // A byte nobody reads, such as a time in the archive's headers: what came out is what was put in.
                Assert.Equal(0, (await Ran.Async(TimeProvider.System, "ledger", "verify", "--data", into)).Code);
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(into, recursive: true);
                continue;
            }

            Assert.Equal(2, ran.Code);
            Assert.False(Directory.Exists(into) || Directory.Exists(into + ".part"), $"{i}");
        }
    }

    [Fact]
    public async Task What_keeps_a_backup_from_being_made_is_said()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var taken = Path.Combine(office.Data, "taken.zip");
        await File.WriteAllTextAsync(taken, "", TestContext.Current.CancellationToken);
        foreach (var (to, says) in ((string, string)[])[(Path.Combine(office.Data, "none", "b.zip"), "没有目录"), (taken, "已经有"), ("/dev/full/b.zip", "没有目录")])
        {
            var ran = await office.RunAsync("backup", "--to", to);
            Assert.Equal(2, ran.Code);
            Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        }

        var full = await Assert.ThrowsAsync<BackupException>(() => PostgresTools.RunAsync("pg_dump", "Host=x", "/nowhere", TestContext.Current.CancellationToken));
        Assert.Contains("没有 pg_dump", full.Message, StringComparison.Ordinal);
        Assert.Contains("请写 --to", (await office.RunAsync("restore", taken)).Error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_daily_backup_is_made_once_whichever_node_comes_first_and_old_ones_go(string database)
    {
        var time = new MovingTime(new DateOnly(2026, 3, 2));
        var to = Directory.CreateTempSubdirectory("renda-backups-").FullName;
        string[] settings = [$"--Renda:Backup:To={to}", "--Renda:Backup:Keep=2", "--Renda:Backup:At=02:00"];
        await using var office = await TestOffice.OpenAsync(database, time, settings);
        await using var second = office.Node(settings);
        for (var day = 0; day < 4; day++)
        {
            var rounds = await Task.WhenAll(((WebApplicationNode[])[new(office.App), new(second)]).Select(n => n.RoundAsync()));
            Assert.Equal(day == 0 ? 0 : 1, rounds.Count(r => r is not null));
            Assert.All(rounds.OfType<BackupRound>(), r => Assert.False(r.Failed, r.Said));
            time.Set(new DateOnly(2026, 3, 3).AddDays(day));
        }

        Assert.Equal(2, Directory.GetFiles(to, "renda-*.zip").Length);
        Directory.Delete(to, recursive: true);
        var failed = Assert.Single((await Task.WhenAll(new WebApplicationNode(office.App).RoundAsync())).OfType<BackupRound>());
        Assert.True(failed.Failed);
        Assert.Contains("没有目录", failed.Said, StringComparison.Ordinal);
    }

    private static async Task<int> WriteAsync(TestOffice office, CancellationToken stop)
    {
        var written = 0;
        for (; !stop.IsCancellationRequested || written == 0; written++)
        {
            await office.Submitted($"第 {written} 件");
        }

        return written;
    }

    private sealed record WebApplicationNode(Microsoft.AspNetCore.Builder.WebApplication App)
    {
        public async Task<BackupRound?> RoundAsync()
        {
            await using var scope = App.Services.CreateAsyncScope();
            var service = App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BackupService>().Single();
            return await service.RoundAsync(scope.ServiceProvider, default);
        }
    }
}
