using System.Buffers;
using System.Security.Cryptography;

namespace Renda.Platform.Files;

/// <summary>What came of storing an upload.</summary>
internal abstract record PaperSave;

internal sealed record Saved(string Sha256, long Size, string MediaType, string SafeName) : PaperSave;

internal sealed record Rejected(string Sentence) : PaperSave;

/// <summary>
/// Papers below the data directory, each named by the hash of its content. A paper is written aside, forced to
/// disk and only then renamed into place, so what can be seen is whole.
/// </summary>
internal sealed class PaperStore(string dataDirectory, long maximumBytes = 50L * 1024 * 1024, TimeProvider? time = null, PaperDepot? depot = null)
{
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string _papers = Path.Combine(dataDirectory, "papers");
    private readonly string _aside = Path.Combine(dataDirectory, "papers", "tmp");

    public async Task<PaperSave> SaveAsync(Stream content, string fileName, CancellationToken cancellation)
    {
        var name = PaperNames.Safe(fileName);
        if (!PaperKinds.IsAccepted(name)) return new Rejected(PaperKinds.Unaccepted(name));
        Directory.CreateDirectory(_aside);
        var aside = Path.Combine(_aside, $"{Guid.CreateVersion7():N}.part");
        try
        {
            return await Receive(content, name, aside, cancellation);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Null where there is no such paper.</summary>
    public FileStream? OpenRead(string sha256)
    {
        if (!IsHash(sha256) || (!File.Exists(PathOf(sha256)) && !Fetch(sha256))) return null;
        return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81_920, useAsync: true);
    }

    /// <summary>Whether the paper is there and its content is still what its name says.</summary>
    public async Task<bool> Verify(string sha256, CancellationToken cancellation = default)
    {
        await using var file = OpenRead(sha256);
        return file is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == sha256;
    }

    /// <summary>Removes what interrupted uploads left behind more than a day ago; returns how many. Whole papers are left alone, also
    /// where nothing names them: beside a database put back from yesterday, the papers of today's records would look just so.</summary>
    public int Sweep()
    {
        if (!Directory.Exists(_aside)) return 0;
        var before = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime - Leftover;
        var old = Directory.GetFiles(_aside, "*.part").Where(file => File.GetLastWriteTimeUtc(file) < before).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>Puts what this folder alone has into the database; how many papers.</summary>
    public async Task<int> DepositAsync(CancellationToken cancellation)
    {
        var brought = 0;
        var here = Directory.Exists(_papers) ? Directory.EnumerateFiles(_papers, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(IsHash) : [];
        foreach (var some in depot is null ? [] : here.Chunk(1000))
        {
            foreach (var sha256 in await depot!.LackingAsync(some, cancellation))
            {
                if (!await Verify(sha256, cancellation)) continue; // A damaged one is for ledger verify to tell of.
                await using var file = OpenRead(sha256)!;
                await depot.KeepAsync(sha256, file, cancellation);
                brought++;
            }
        }

        return brought;
    }

    private bool Fetch(string sha256)
    {
        if (depot is null) return false;
        Directory.CreateDirectory(_aside);
        var aside = Path.Combine(_aside, $"{Guid.CreateVersion7():N}.part");
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                if (!depot.Fetch(sha256, file)) return false;
                file.Flush(flushToDisk: true);
            }

            Place(aside, sha256);
            return true;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private async Task<PaperSave> Receive(Stream content, string name, string aside, CancellationToken cancellation)
    {
        await using var file = new FileStream(aside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, useAsync: true);
        var hash = await Copy(content, file, cancellation);
        if (hash is null) return new Rejected($"文件“{name}”超过 {maximumBytes / (1024 * 1024d):0.##} MB，请压缩或拆分后重新上传。");
        if (file.Length == 0) return new Rejected($"文件“{name}”是空的，请选择有内容的文件。");
        var (kind, refusal) = PaperKinds.Check(file, name);
        if (kind is null) return new Rejected(refusal);
        file.Flush(flushToDisk: true);
        if (depot is not null) await depot.KeepAsync(hash, file, cancellation);
        Place(aside, hash);
        return new Saved(hash, file.Length, kind.MediaType, name);
    }

    private void Place(string aside, string sha256)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
        // Renaming over an equal paper changes nothing, and mends one that was damaged.
        File.Move(aside, PathOf(sha256), overwrite: true);
    }

    /// <summary>The hash, or null as soon as there is more than allowed.</summary>
    private async Task<string?> Copy(Stream content, FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var owner = MemoryPool<byte>.Shared.Rent(81_920);
        long size = 0;
        for (int read; (read = await content.ReadAsync(owner.Memory, cancellation)) > 0;)
        {
            if ((size += read) > maximumBytes) return null;
            hash.AppendData(owner.Memory.Span[..read]);
            await file.WriteAsync(owner.Memory[..read], cancellation);
        }

        await file.FlushAsync(cancellation);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string PathOf(string sha256) => Path.Combine(_papers, sha256[..2], sha256[2..4], sha256);

    private static bool IsHash(string sha256) => sha256.Length == 64 && !sha256.AsSpan().ContainsAnyExcept(HexDigits);
}
