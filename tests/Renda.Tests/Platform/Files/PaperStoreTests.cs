using System.Security.Cryptography;
using Renda.Platform.Files;
using Xunit;

namespace Renda.Tests.Platform.Files;

public sealed class PaperStoreTests : IDisposable
{
    private readonly PaperFixture _papers = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _papers.Dispose();

    [Fact]
    public async Task A_paper_lies_under_its_hash_and_comes_back_as_it_went()
    {
        var saved = await _papers.Saved(PaperFixture.Pdf, "议案.pdf");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(PaperFixture.Pdf)), saved.Sha256);
        var path = Path.Combine(_papers.Root, "papers", saved.Sha256[..2], saved.Sha256[2..4], saved.Sha256);
        Assert.Equal([path], _papers.All());
        await using var read = _papers.Store().OpenRead(saved.Sha256)!;
        var back = new MemoryStream();
        await read.CopyToAsync(back, Cancellation);
        Assert.Equal(PaperFixture.Pdf, back.ToArray());
    }

    [Fact]
    public async Task The_same_paper_twice_also_at_once_is_one_file()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _papers.Saved(PaperFixture.Pdf, $"第{i}份.pdf")));
        Assert.Single(saved.Select(one => one.Sha256).Distinct());
        Assert.Single(_papers.All());
    }

    [Fact]
    public async Task Empty_and_too_large_files_are_refused_at_the_edge()
    {
        Assert.Contains("空的", Assert.IsType<Rejected>(await _papers.Save([], "空.pdf")).Sentence);
        var store = _papers.Store(PaperFixture.Pdf.Length);
        Assert.IsType<Saved>(await store.SaveAsync(new MemoryStream(PaperFixture.Pdf), "a.pdf", Cancellation));
        var larger = new MemoryStream([.. PaperFixture.Pdf, 0]);
        Assert.Contains("超过", Assert.IsType<Rejected>(await store.SaveAsync(larger, "a.pdf", Cancellation)).Sentence);
    }

    [Fact]
    public async Task Reading_stops_soon_after_the_limit()
    {
        var content = new MemoryStream(new byte[8 * 1024 * 1024]);
        Assert.IsType<Rejected>(await _papers.Store(100_000).SaveAsync(content, "a.pdf", Cancellation));
        Assert.True(content.Position < 1024 * 1024);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_is_never_seen()
    {
        await using var broken = new BreaksOff(PaperFixture.Pdf, () => Assert.Empty(_papers.Visible()));
        await Assert.ThrowsAsync<IOException>(() => _papers.Store().SaveAsync(broken, "a.pdf", Cancellation));
        Assert.True(broken.WasAsked);
        Assert.Empty(_papers.All());
    }

    [Fact]
    public async Task A_damaged_paper_fails_verification_until_it_is_uploaded_again()
    {
        var saved = await _papers.Saved(PaperFixture.Pdf, "a.pdf");
        Assert.True(await _papers.Store().Verify(saved.Sha256, Cancellation));
        var bytes = PaperFixture.Pdf.ToArray();
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(_papers.All()[0], bytes, Cancellation);
        Assert.False(await _papers.Store().Verify(saved.Sha256, Cancellation));
        await _papers.Saved(PaperFixture.Pdf, "a.pdf");
        Assert.True(await _papers.Store().Verify(saved.Sha256, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_hash_of_a_paper_opens_nothing(string sha256)
    {
        Assert.Null(_papers.Store().OpenRead(sha256));
        Assert.False(await _papers.Store().Verify(sha256, Cancellation));
    }

    [Fact]
    public async Task Sweeping_removes_only_old_leftovers()
    {
        await _papers.Saved(PaperFixture.Pdf, "a.pdf");
        File.SetLastWriteTimeUtc(_papers.All()[0], DateTime.UtcNow.AddDays(-9));
        var aside = Path.Combine(_papers.Root, "papers", "tmp");
        await File.WriteAllTextAsync(Path.Combine(aside, "new.part"), "x", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(aside, "old.part"), "x", Cancellation);
        File.SetLastWriteTimeUtc(Path.Combine(aside, "old.part"), DateTime.UtcNow.AddHours(-25));
        Assert.Equal(1, _papers.Store().Sweep());
        Assert.Equal(["new.part"], Directory.GetFiles(aside).Select(Path.GetFileName));
        Assert.Single(_papers.Visible());
    }
}
