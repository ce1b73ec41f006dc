using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Backup;

/// <summary>Takes a backup apart into a directory that is not there yet. Every file is checked against the manifest before the directory gets its name.</summary>
internal static class Restoring
{
    private const int LongestManifest = 512 * 1024 * 1024;

    /// <param name="postgres">The empty database a backup of PostgreSQL goes into.</param>
    /// <exception cref="BackupException">It is not whole, or there is something already; nothing was overwritten.</exception>
    public static async Task<BackupManifest> IntoAsync(string file, string directory, string? postgres, string? tools, CancellationToken stop = default)
    {
        var into = Path.GetFullPath(directory);
        if (File.Exists(into) || (Directory.Exists(into) && Directory.EnumerateFileSystemEntries(into).Any()))
        {
            throw new BackupException($"“{into}”里已经有东西。恢复不覆盖任何数据，请换一个不存在的或者空的目录。");
        }

        var aside = into + WholeFile.Aside;
        if (Directory.Exists(aside))
        {
            throw new BackupException($"“{aside}”是上次没有做完的恢复。请看过以后删除它，再恢复。");
        }

        try
        {
            Directory.CreateDirectory(aside);
            var manifest = await UnpackAsync(file, aside, postgres, stop);
            if (manifest.Database == BackupManifest.Postgres)
            {
                await FillAsync(postgres!, Path.Combine(aside, BackupManifest.PostgresFile), tools, stop);
                File.Delete(Path.Combine(aside, BackupManifest.PostgresFile));
            }

            if (Directory.Exists(into))
            {
                Directory.Delete(into);
            }

            Directory.Move(aside, into);
            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or UnauthorizedAccessException or NpgsqlException)
        {
            throw new BackupException(e is InvalidDataException or EndOfStreamException ? $"“{file}”不是完好的备份：没有写完，或者已经损坏（{e.Message}）。请换一份。" : $"没有恢复成：{e.Message} 请检查目标盘的空间和权限。", e);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static async Task<BackupManifest> UnpackAsync(string file, string aside, string? postgres, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            throw new BackupException($"没有文件“{file}”。");
        }

        await using var zip = await ZipFile.OpenReadAsync(file, stop);
        var manifest = await ManifestAsync(zip, file, stop);
        if ((manifest.Database == BackupManifest.Postgres) != (postgres is not null))
        {
            throw new BackupException(postgres is null
                ? "这份备份是 PostgreSQL 的。请用 --Renda:Postgres 指明一个空的数据库来恢复。"
                : "这份备份是 SQLite 的，不能恢复到 PostgreSQL。请去掉 --Renda:Postgres。");
        }

        var stray = zip.Entries.Select(e => e.FullName).Except(manifest.Files.Select(f => f.Path)).FirstOrDefault(p => p != BackupManifest.Name)
            ?? manifest.Files.Select(f => f.Path).GroupBy(p => p).FirstOrDefault(g => g.Count() > 1 || !BackupManifest.Knows(g.Key))?.Key;
        if (stray is not null || manifest.Files.All(f => f.Path != manifest.DatabaseFile))
        {
            throw new InvalidDataException(stray is null ? "里面没有数据库" : $"不该有“{stray}”");
        }

        foreach (var listed in manifest.Files)
        {
            await UnpackAsync(zip, listed, Path.Combine(aside, listed.Path), stop);
        }

        return manifest;
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, string file, CancellationToken stop)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { Length: < LongestManifest } entry)
        {
            throw new BackupException($"“{file}”不是本程序的备份，或者没有写完：里面没有清单。");
        }

        await using var from = await entry.OpenAsync(stop);
        using var json = new MemoryStream();
        await from.CopyToAsync(json, stop);
        return SealJson.Read<BackupManifest>(json.ToArray()) is { Format: BackupManifest.ThisFormat, Database: BackupManifest.Sqlite or BackupManifest.Postgres } manifest
            ? manifest : throw new BackupException($"“{file}”的清单看不懂：已经损坏，或者是别的版本做的。");
    }

    private static async Task UnpackAsync(ZipArchive zip, BackupEntry listed, string to, CancellationToken stop)
    {
        if (zip.GetEntry(listed.Path) is not { } entry || entry.Length != listed.Size)
        {
            throw new InvalidDataException($"少了“{listed.Path}”，或者长短不对");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await using var from = await entry.OpenAsync(stop);
        await using var into = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (await Backups.CopyAsync(from, into, stop) != (listed.Size, listed.Sha256))
        {
            throw new InvalidDataException($"“{listed.Path}”与清单上的校验值不符");
        }

        into.Flush(flushToDisk: true);
    }

    private static async Task FillAsync(string postgres, string dump, string? tools, CancellationToken stop)
    {
        await using (var connection = new NpgsqlConnection(postgres))
        {
            await connection.OpenAsync(stop);
            await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()", connection);
            if ((long)(await command.ExecuteScalarAsync(stop))! > 0)
            {
                throw new BackupException($"数据库“{connection.Database}”里已经有表。恢复不覆盖任何数据，请新建一个空的数据库。");
            }
        }

        await PostgresTools.RunAsync("pg_restore", postgres, tools, stop, "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(postgres).Database}", dump);
    }
}
