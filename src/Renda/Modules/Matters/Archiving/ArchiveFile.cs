using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Renda.Platform.Records.Sealing;

namespace Renda.Modules.Matters.Archiving;

/// <summary>Writes an archive package: its files, a manifest, and a comment that is the hash of every byte before it.</summary>
internal sealed class ArchiveFile(FileStream to, DateTimeOffset at) : IAsyncDisposable
{
    public const int HashLength = 64;

    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<ArchiveEntry> files = [];

    public Task AddAsync(string path, byte[] content) => AddAsync(path, new MemoryStream(content));

    public async Task AddAsync(string path, Stream content)
    {
        var (size, sha256) = await WriteAsync(path, content);
        files.Add(new ArchiveEntry(path, size, sha256));
    }

    public async Task FinishAsync(ArchiveManifest manifest)
    {
        await WriteAsync(ArchiveManifest.Name, new MemoryStream(SealJson.Write(manifest with { Files = files })));
        zip.Comment = new string('0', HashLength);
        await zip.DisposeAsync();
        var hash = await HashAsync(to);
        to.Position = to.Length - HashLength;
        await to.WriteAsync(Encoding.ASCII.GetBytes(hash));
    }

    /// <summary>The hash of all but the comment.</summary>
    public static async Task<string> HashAsync(Stream package)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        package.Position = 0;
        for (var left = package.Length - HashLength; left > 0;)
        {
            var read = await package.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)));
            if (read == 0)
            {
                break;
            }

            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private async Task<(long Size, string Sha256)> WriteAsync(string path, Stream content)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = at;
        await using var into = await entry.OpenAsync();
        return await Platform.Backup.Backups.CopyAsync(content, into, CancellationToken.None);
    }
}
