using System.Security.Cryptography;

namespace Renda.Platform.Records.Sealing;

/// <summary>The Merkle tree of RFC 6962, 2.1: leaves and nodes are hashed apart, so that none can be taken for the other.</summary>
internal static class Merkle
{
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>The root over values of 32 bytes each, one behind the other. The values are overwritten.</summary>
    public static byte[] Root(Span<byte> values)
    {
        var count = values.Length / Size;
        Leaves(values, count);
        for (; count > 1; count = (count + 1) / 2)
        {
            Up(values, count);
        }

        return count == 0 ? SHA256.HashData([]) : values[..Size].ToArray();
    }

    /// <summary>What is beside the way from one value up to the root, the nearest first. The values are overwritten.</summary>
    public static List<byte[]> Path(Span<byte> values, int index)
    {
        var count = values.Length / Size;
        List<byte[]> path = [];
        Leaves(values, count);
        for (; count > 1; (count, index) = ((count + 1) / 2, index / 2))
        {
            if ((index ^ 1) < count)
            {
                path.Add(values.Slice((index ^ 1) * Size, Size).ToArray());
            }

            Up(values, count);
        }

        return path;
    }

    /// <summary>The root that a value at a place and what is beside its way lead to; null where there is too little or too much beside it.</summary>
    public static byte[]? Climb(ReadOnlySpan<byte> value, long index, long count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count || value.Length != Size || path.Any(p => p.Length != Size))
        {
            return null;
        }

        Span<byte> node = stackalloc byte[Size];
        Hash(0, value, default, node);
        var used = 0;
        for (; count > 1; (count, index) = ((count + 1) / 2, index / 2))
        {
            if ((index ^ 1) >= count)
            {
                continue; // The last of an odd row goes up as it is.
            }

            if (used == path.Count)
            {
                return null;
            }

            var beside = path[used++];
            Hash(1, index % 2 == 0 ? node : beside, index % 2 == 0 ? beside : node, node);
        }

        return used == path.Count ? node.ToArray() : null;
    }

    private static void Leaves(Span<byte> values, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var leaf = values.Slice(i * Size, Size);
            Hash(0, leaf, default, leaf);
        }
    }

    private static void Up(Span<byte> row, int count)
    {
        for (var i = 0; i + 1 < count; i += 2)
        {
            Hash(1, row.Slice(i * Size, Size), row.Slice((i + 1) * Size, Size), row.Slice(i / 2 * Size, Size));
        }

        if (count % 2 == 1)
        {
            row.Slice((count - 1) * Size, Size).CopyTo(row.Slice((count - 1) / 2 * Size, Size));
        }
    }

    private static void Hash(byte kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> text = stackalloc byte[1 + left.Length + right.Length];
        text[0] = kind;
        left.CopyTo(text[1..]);
        right.CopyTo(text[(1 + left.Length)..]);
        SHA256.HashData(text, into);
    }
}
