using System.IO.Compression;
using System.Text;
using Renda.Platform.Files;
using Xunit;

namespace Renda.Tests.Platform.Files;

/// <summary>A store in a real directory of its own, and small files of each kind.</summary>
internal sealed class PaperFixture : IDisposable
{
    public static readonly byte[] Pdf = "%PDF-1.7\n%âãÏÓ\n"u8.ToArray();
    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0];

    public string Root { get; } = Directory.CreateTempSubdirectory("renda-papers-").FullName;

    public PaperStore Store(long maximumBytes = 1024 * 1024) => new(Root, maximumBytes);

    public string[] Visible() => [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".part", StringComparison.Ordinal))];

    public string[] All() => Directory.GetFiles(Root, "*", SearchOption.AllDirectories);

    public async Task<PaperSave> Save(byte[] content, string name) =>
        await Store().SaveAsync(new MemoryStream(content), name, TestContext.Current.CancellationToken);

    public async Task<Saved> Saved(byte[] content, string name) => Assert.IsType<Saved>(await Save(content, name));

    public static byte[] Zip(params string[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(entry.Split('=')[0]).Open());
                writer.Write(entry);
            }
        }

        return file.ToArray();
    }

    public static byte[] Ole(params string[] names) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[65_530], .. names.SelectMany(Encoding.Unicode.GetBytes), 0, 0];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
