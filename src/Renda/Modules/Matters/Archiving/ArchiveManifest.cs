using Renda.Platform.Records;

namespace Renda.Modules.Matters.Archiving;

/// <summary>What an archive package holds and what each part hashes to.</summary>
internal sealed record ArchiveManifest(
    string Format, int Congress, string CongressName, string Matter, string Number, string Title, string Procedure, string At, IReadOnlyList<ArchiveEntry> Files)
{
    public const string ThisFormat = "renda-archive-1";
    public const string Name = "manifest.json";
    public const string Records = "records.json";
    public const string Receipts = "receipts.json";
    public const string Page = "index.html";
}

internal sealed record ArchiveEntry(string Path, long Size, string Sha256);

/// <summary>The matter or a part of it with its records as they were hashed.</summary>
/// <param name="Omitted">Records not open to whoever took the package, by their hashes alone: the chain can still be followed.</param>
internal sealed record ArchivedMatter(string Id, string Procedure, string Title, IReadOnlyList<RecordLine> Records, IReadOnlyList<OmittedRecord> Omitted);

internal sealed record OmittedRecord(int Sequence, string Hash);
