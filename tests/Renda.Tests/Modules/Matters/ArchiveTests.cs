using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Matters;

public sealed class ArchiveTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task An_ended_matter_goes_into_one_file_that_is_checked_anywhere(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await EndedAsync(office);
        var (to, kept) = (Directory.CreateDirectory(Path.Combine(office.Data, "archive")).FullName, Path.Combine(office.Data, "seals.json"));
        var ran = await office.RunAsync("archive", $"{id}", "--to", to);
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
        await office.RunAsync("ledger", "seals", "--out", kept);
        var file = Assert.Single(Directory.GetFiles(to));
        var check = await Ran.Async(TimeProvider.System, "archive", "verify", file, "--against", kept);
        Assert.True(check.Code == 0, check.Out + check.Error);
        Assert.Contains("1 份文件", check.Out, StringComparison.Ordinal);
        await using (var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken))
        {
            using var page = new StreamReader(await zip.GetEntry("index.html")!.OpenAsync(TestContext.Current.CancellationToken));
            var html = await page.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("已经改造完成。", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        }

        Assert.Contains("新做档案包 0 个", (await office.RunAsync("archive", "--ended-before", "2100-01-01", "--to", to)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_changed_byte_is_seen()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await EndedAsync(office);
        await office.RunAsync("archive", $"{id}", "--to", office.Data);
        var file = Directory.GetFiles(office.Data, "*.zip").Single();
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        for (var i = 0; i < whole.Length; i += 7)
        {
            var changed = (byte[])whole.Clone();
            changed[i] ^= 0x04;
            var (wrong, _) = await Renda.Modules.Matters.Archiving.ArchiveCheck.OfAsync(new MemoryStream(changed), null);
            Assert.True(wrong.Count > 0, $"byte {i}");
        }

        await File.WriteAllBytesAsync(file, whole[..^100], TestContext.Current.CancellationToken);
        Assert.Equal(1, (await Ran.Async(TimeProvider.System, "archive", "verify", file)).Code);
    }

    [Fact]
    public async Task What_has_not_ended_is_not_archived()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Submitted();
        Assert.Contains("还没有办结", (await office.RunAsync("archive", $"{id}", "--to", office.Data)).Error, StringComparison.Ordinal);
        Assert.Contains("没有“x”", (await office.RunAsync("archive", "x", "--to", office.Data)).Error, StringComparison.Ordinal);
        Assert.Contains("没有目录", (await office.RunAsync("archive", $"{id}", "--to", "/none/x")).Error, StringComparison.Ordinal);
    }

    private static async Task<Guid> EndedAsync(TestOffice office)
    {
        var id = await office.Replied();
        await office.Do("deputy", id, "evaluate", ("attitude", "satisfied"), ("result", "satisfied"));
        if (!await office.WithDb(db => db.Matters.Where(m => m.Id == id).Select(m => m.Ended).SingleAsync()))
        {
            await office.Do("clerk", id, "close");
        }

        return id;
    }
}
