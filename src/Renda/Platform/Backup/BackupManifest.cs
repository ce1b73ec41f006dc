using System.Text.RegularExpressions;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Backup;

/// <summary>Why there is no backup, or why one cannot be restored: a sentence for whoever asked.</summary>
internal sealed class BackupException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>What a backup holds. The last file of the archive: one that broke off has none.</summary>
/// <param name="Version">Of the program that made it.</param>
/// <param name="Schema">The last migration of its database.</param>
/// <param name="Seals">The last seal of each congress.</param>
internal sealed partial record BackupManifest(
    string Format, string At, string Version, string Database, string Schema, BackupCounts Counts, IReadOnlyList<SealLine> Seals, IReadOnlyList<BackupEntry> Files)
{
    public const string ThisFormat = "renda-backup-1";
    public const string Name = "manifest.json";
    public const string SqliteFile = "renda.db";
    public const string PostgresFile = "renda.dump";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgresql";

    public string DatabaseFile => Database == Postgres ? PostgresFile : SqliteFile;

    /// <summary>Nothing else is taken out of an archive, and nothing is put elsewhere.</summary>
    public static bool Knows(string path) => path is SqliteFile or PostgresFile || PaperPath().IsMatch(path);

    [GeneratedRegex("^papers/(?<a>[0-9a-f]{2})/(?<b>[0-9a-f]{2})/\\k<a>\\k<b>[0-9a-f]{60}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PaperPath();
}

internal sealed record BackupCounts(long Congresses, long Matters, long Records, long Papers);

internal sealed record BackupEntry(string Path, long Size, string Sha256);
