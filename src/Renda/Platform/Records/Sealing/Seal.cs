using System.Globalization;

namespace Renda.Platform.Records.Sealing;

/// <summary>A seal over the records that were new when it was made. Each names the hash of the one before.</summary>
internal sealed class Seal
{
    public required int Congress { get; init; }

    /// <summary>1, 2, 3 … within the congress.</summary>
    public required int Number { get; init; }

    /// <summary>The hash of the seal before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>The root of the Merkle tree over the hashes of its records, lower-case hex.</summary>
    public required string Root { get; init; }

    /// <summary>The place of its first record among all sealed ones of the congress, counted from 1.</summary>
    public required long First { get; init; }

    public required int Count { get; init; }

    /// <summary>UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who sealed; null where the program did, in its round or by a command.</summary>
    public required Guid? By { get; init; }

    public string Hash { get; private set; } = "";

    public long Last => First + Count - 1;

    public Seal Closed()
    {
        Hash = SealLine.Of(this).ComputeHash();
        return this;
    }
}

/// <summary>The place of a record in the order of sealing. Beside the records, because these are never touched.</summary>
internal sealed class SealLeaf
{
    public required int Congress { get; init; }

    public required long Position { get; init; }

    public required Guid MatterId { get; init; }

    public required int Sequence { get; init; }

    /// <summary>The record's hash when it was sealed: tells which record was altered where a root no longer fits.</summary>
    public required string Hash { get; init; }
}

/// <summary>A record that no seal covers yet. The database itself puts each new record here, in the transaction that writes it.</summary>
internal sealed class UnsealedRecord
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required int Sequence { get; init; }
}

/// <summary>A seal as it leaves the house, each value as it was hashed.</summary>
internal sealed record SealLine(int Congress, int Number, string Previous, string Root, long First, int Count, string At, string By, string Hash)
{
    public static SealLine Of(Seal s) => new(s.Congress, s.Number, s.Previous, s.Root, s.First, s.Count, RecordLine.Instant(s.At), s.By?.ToString("D") ?? "", s.Hash);

    public string ComputeHash() => Canonical.Hash(
        "renda-seal-1", Text(Congress), Text(Number), Previous, Root, Text(First), Text(Count), At, By);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
