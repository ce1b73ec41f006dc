using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Backup;

/// <summary>A backup that was made.</summary>
/// <param name="Damaged">Papers whose content is no longer what their name says; they are in it as they are.</param>
internal sealed record BackupMade(string File, BackupManifest Manifest, IReadOnlyList<string> Damaged)
{
    public string Says => $"{File}：{Manifest.Counts.Records} 条记录、{Manifest.Files.Count - 1} 份文件，{new FileInfo(File).Length / (1024 * 1024d):0.0} MB。"
        + (Damaged.Count == 0 ? "" : $"有 {Damaged.Count} 份文件已经损坏（备份里也是坏的），请用 ledger verify 查明：{string.Join("、", Damaged.Take(5))}。");
}

/// <summary>Makes backups while the program serves: first the database at one moment, then every paper. A paper lies in the store before a record
/// names it and is never removed, so none that the database names can be missing.</summary>
internal sealed class Backups(RendaDb db, IConfiguration settings, TimeProvider time)
{
    public const string Pattern = "renda-*.zip";

    /// <param name="to">A file, or a directory that is there.</param>
    /// <exception cref="BackupException">It could not be made; nothing is left under its name.</exception>
    public async Task<BackupMade> MakeAsync(string to, CancellationToken stop = default)
    {
        if (!Directory.Exists(to) && !to.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw new BackupException($"没有目录“{to}”。备份盘可能没有接好；目录要先建好。要写成一个文件的，文件名以 .zip 结尾。");
        }

        var now = time.GetUtcNow();
        var file = Path.GetFullPath(Directory.Exists(to) ? Path.Combine(to, $"renda-{now.UtcDateTime.InChina():yyyyMMdd-HHmmss}.zip") : to);
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new BackupException($"没有目录“{Path.GetDirectoryName(file)}”。备份盘可能没有接好；目录要先建好。");
        }

        if (File.Exists(file))
        {
            throw new BackupException($"已经有“{file}”。备份不覆盖已有的文件，请换一个名字。");
        }

        var copy = file + ".database" + WholeFile.Aside;
        try
        {
            return await WholeFile.WriteAsync(file, async zip =>
            {
                var state = await DatabaseCopy.ToAsync(db, copy, settings["Renda:Backup:PgBin"], stop);
                return await WriteAsync(file, zip, copy, state, now, stop);
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new BackupException($"备份没有做成：{e.Message} 请检查备份盘的空间（至少要有数据目录的两倍）和写入权限。", e);
        }
        finally
        {
            foreach (var left in (string[])[copy, $"{copy}-journal", $"{copy}-wal", $"{copy}-shm"])
            {
                File.Delete(left);
            }
        }
    }

    private async Task<BackupMade> WriteAsync(string file, FileStream to, string database, DatabaseState state, DateTimeOffset now, CancellationToken stop)
    {
        List<BackupEntry> entries = [];
        List<string> damaged = [];
        var kind = db.Database.IsSqlite() ? BackupManifest.Sqlite : BackupManifest.Postgres;
        BackupManifest manifest;
        await using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            entries.Add(await AddAsync(zip, kind == BackupManifest.Sqlite ? BackupManifest.SqliteFile : BackupManifest.PostgresFile, database, CompressionLevel.Fastest, now, stop));
            var store = Storage.DataDirectory(settings);
            foreach (var paper in PapersIn(store))
            {
                var entry = await AddAsync(zip, Path.GetRelativePath(store, paper).Replace('\\', '/'), paper, CompressionLevel.NoCompression, now, stop);
                entries.Add(entry);
                if (entry.Sha256 != Path.GetFileName(paper))
                {
                    damaged.Add(entry.Path);
                }
            }

            manifest = new BackupManifest(BackupManifest.ThisFormat, RecordLine.Instant(now.UtcDateTime), Version, kind, state.Schema, state.Counts, state.Seals, entries);
            await using var last = await zip.CreateEntry(BackupManifest.Name).OpenAsync(stop);
            await last.WriteAsync(SealJson.Write(manifest), stop);
        }

        return new BackupMade(file, manifest, damaged);
    }

    private static string Version => typeof(Backups).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static IEnumerable<string> PapersIn(string store)
    {
        var papers = Path.Combine(store, "papers");
        return Directory.Exists(papers)
            ? Directory.EnumerateFiles(papers, "*", SearchOption.AllDirectories).Where(p => BackupManifest.Knows(Path.GetRelativePath(store, p).Replace('\\', '/'))).Order(StringComparer.Ordinal)
            : [];
    }

    private static async Task<BackupEntry> AddAsync(ZipArchive zip, string path, string file, CompressionLevel level, DateTimeOffset now, CancellationToken stop)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = now;
        await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var into = await entry.OpenAsync(stop);
        var (size, sha256) = await CopyAsync(from, into, stop);
        return new BackupEntry(path, size, sha256);
    }

    /// <summary>Copies and hashes in one go.</summary>
    public static async Task<(long Size, string Sha256)> CopyAsync(Stream from, Stream into, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var size = 0L;
        for (int read; (read = await from.ReadAsync(buffer, stop)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await into.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
