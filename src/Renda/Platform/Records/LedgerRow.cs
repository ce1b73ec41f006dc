using System.Text;

namespace Renda.Platform.Records;

/// <summary>What a matter's row says its latest record is.</summary>
internal sealed record MatterEnd(string? Number, string Stage, int Revision, string Head);

/// <summary>A record as it lies in the database, with what stands beside it. One row is used for all.</summary>
internal sealed class LedgerRow
{
    public const int HexHash = 64;

    public RecordText Text { get; } = new();

    public int Congress { get; set; }

    public Guid MatterId { get; set; }

    public int Sequence { get; set; }

    public Held Step { get; } = new();

    public Held Stage { get; } = new();

    public Held On { get; } = new();

    public Held Version { get; } = new();

    public Held Previous { get; } = new();

    public Held Hash { get; } = new();

    /// <summary>The list of papers; null where it is empty.</summary>
    public string? Papers { get; set; }

    /// <summary>Read with a matter's first record.</summary>
    public MatterEnd? Matter { get; set; }

    public long? Position { get; set; }

    /// <summary>The hash it was sealed under.</summary>
    public Held SealedHash { get; } = new();

    public bool IsListed { get; set; }

    /// <summary>Its time is finer than this program writes.</summary>
    public bool Finer { get; set; }

    /// <summary>What cannot be read; null where all can.</summary>
    public string? Unreadable { get; set; }
}

/// <summary>A short value kept beyond the row it came with, as bytes.</summary>
internal sealed class Held
{
    private byte[] bytes = new byte[LedgerRow.HexHash];
    private int length;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public void Set(ReadOnlySpan<byte> value)
    {
        if (bytes.Length < value.Length)
        {
            bytes = new byte[value.Length];
        }

        value.CopyTo(bytes);
        length = value.Length;
    }

    public void Set(string value) => Set(Encoding.UTF8.GetBytes(value));

    public bool Is(Held other) => Bytes.SequenceEqual(other.Bytes);

    public bool Is(string other) => Encoding.UTF8.GetString(Bytes) == other;

    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
