using Xunit;

namespace Renda.Tests.Platform.Files;

public sealed class SweepingTests
{
    [Fact]
    public async Task Starting_clears_what_interrupted_uploads_left_and_no_paper()
    {
        var data = await DemoSite.CopyAsync();
        var papers = Path.Combine(data, "papers");
        var before = Directory.GetFiles(papers, "*", SearchOption.AllDirectories).Length;
        var aside = Directory.CreateDirectory(Path.Combine(papers, "tmp")).FullName;
        foreach (var paper in Directory.GetFiles(papers, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(paper, DateTime.UtcNow.AddDays(-9));
        }

        var (old, fresh) = (Path.Combine(aside, "old.part"), Path.Combine(aside, "fresh.part"));
        await File.WriteAllTextAsync(old, "x", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(fresh, "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-25));
        await using var site = await DemoSite.StartAsync(data);
        Assert.False(File.Exists(old));
        Assert.Equal(before + 1, Directory.GetFiles(papers, "*", SearchOption.AllDirectories).Length);
    }
}
