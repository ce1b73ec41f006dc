using System.Buffers;

namespace Renda.Statutes.Comparing;

/// <summary>
/// The longest common subsequence by bit-parallel rows (Hyyrö 2004): 64 cells of the table at a time, the rows kept for the way
/// back. An article of 200 characters takes a few microseconds.
/// </summary>
internal static class LongestCommon
{
    private const long MostWords = 4 * 1024 * 1024; // of 64 bits: 32 MB, two texts of 16,000 characters

    /// <summary>Whether the table for two texts is small enough to be filled.</summary>
    public static bool Fits(int a, int b) =>
        (b + 1L) * ((a + 63) / 64) <= MostWords && (Math.Min(a, char.MaxValue) + 1L) * ((a + 63) / 64) <= MostWords;

    public static void Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int aStart, int bStart, Stretches to)
    {
        var words = (a.Length + 63) / 64;
        var (ids, kinds) = Identify(a, b);
        var masks = ArrayPool<ulong>.Shared.Rent((kinds + 1) * words);
        var rows = ArrayPool<ulong>.Shared.Rent((b.Length + 1) * words);
        try
        {
            Array.Clear(masks, 0, (kinds + 1) * words);
            for (var i = 0; i < a.Length; i++)
            {
                masks[(ids[i] * words) + (i >> 6)] |= 1UL << (i & 63);
            }

            rows.AsSpan(0, words).Fill(ulong.MaxValue);
            for (var j = 0; j < b.Length; j++)
            {
                Row(rows.AsSpan(j * words, words), rows.AsSpan((j + 1) * words, words), masks.AsSpan(ids[a.Length + j] * words, words));
            }

            Walk(a.Length, b.Length, rows, words, aStart, bStart, to);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(masks);
            ArrayPool<ulong>.Shared.Return(rows);
        }
    }

    // V' = (V + (V & M)) | (V & ~M), the sum carried across the words.
    private static void Row(ReadOnlySpan<ulong> before, Span<ulong> after, ReadOnlySpan<ulong> match)
    {
        var carry = 0UL;
        for (var w = 0; w < after.Length; w++)
        {
            var (v, hit) = (before[w], before[w] & match[w]);
            var sum = v + hit;
            var over = sum < v ? 1UL : 0;
            sum += carry;
            over |= sum < carry ? 1UL : 0;
            after[w] = sum | (v & ~match[w]);
            carry = over;
        }
    }

    // A zero bit means that the common subsequence grew there. One step back a turn: what grew in no earlier row was a match.
    private static void Walk(int columns, int lines, ulong[] rows, int words, int aStart, int bStart, Stretches to)
    {
        var way = ArrayPool<byte>.Shared.Rent(columns + lines);
        var (i, j, at) = (columns, lines, columns + lines);
        while (i > 0 || j > 0)
        {
            if (j == 0 || (i > 0 && !Grew(rows, words, j, i - 1)))
            {
                way[--at] = (byte)Change.Removed;
                i--;
            }
            else if (i == 0 || (j > 1 && Grew(rows, words, j - 1, i - 1)))
            {
                way[--at] = (byte)Change.Added;
                j--;
            }
            else
            {
                way[--at] = (byte)Change.Same;
                (i, j) = (i - 1, j - 1);
            }
        }

        for (; at < columns + lines; at++)
        {
            var change = (Change)way[at];
            to.Add(change, aStart + i, bStart + j, 1);
            (i, j) = (i + (change == Change.Added ? 0 : 1), j + (change == Change.Removed ? 0 : 1));
        }

        ArrayPool<byte>.Shared.Return(way);
    }

    private static bool Grew(ulong[] rows, int words, int row, int column) => ((rows[(row * words) + (column >> 6)] >> (column & 63)) & 1) == 0;

    // Each different character of a has a number from 1; what only b has is 0.
    private static (int[] Ids, int Kinds) Identify(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (ids, kinds, seen) = (new int[a.Length + b.Length], 0, Numbers.Value!);
        for (var i = 0; i < a.Length; i++)
        {
            ids[i] = seen[a[i]] == 0 ? seen[a[i]] = ++kinds : seen[a[i]];
        }

        for (var j = 0; j < b.Length; j++)
        {
            ids[a.Length + j] = seen[b[j]];
        }

        foreach (var c in a)
        {
            seen[c] = 0;
        }

        return (ids, kinds);
    }

    private static readonly ThreadLocal<int[]> Numbers = new(() => new int[char.MaxValue + 1]);
}
