using System.Security.Cryptography;
using System.Text;

namespace Renda.Modules.Legislation.Consultation.Grouping;

/// <summary>
/// A few keys of a wording, so that one like it is found without comparing it with all: of each of thirty mixings of its pairs of
/// characters the least is taken (minhash), and three of them together are a key. Two texts that share seven tenths of their pairs have
/// a key in common 98 times in a hundred, two that share a quarter 15 times; what is found is then compared word by word.
/// The mixings are fixed numbers: the same comments in the same order make the same groups on every machine.
/// </summary>
internal static class Sketch
{
    private const int Keys = 10;
    private const int InKey = 3;

    private static readonly ulong[] Mixings = [.. Enumerable.Range(1, Keys * InKey).Select(n => Mix((ulong)n * 0x9E3779B97F4A7C15UL) | 1)];

    /// <summary>Keys of a wording on one article of one consultation.</summary>
    public static long[] Of(Wording wording, int round, int place)
    {
        Span<ulong> least = stackalloc ulong[Keys * InKey];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in wording.Shingles)
        {
            var mixed = Mix(shingle + 1UL);
            for (var m = 0; m < least.Length; m++)
            {
                var value = (mixed ^ Mixings[m]) * Mixings[m];
                least[m] = Math.Min(least[m], value ^ (value >> 31));
            }
        }

        // What must be the same is part of every key: texts that differ in it are never so much as compared.
        var apart = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{round}/{place}/{wording.Turns}")));
        var keys = new long[Keys];
        for (var k = 0; k < Keys; k++)
        {
            var key = Mix(apart + (ulong)k);
            for (var i = 0; i < InKey; i++)
            {
                key = Mix(key ^ least[(k * InKey) + i]);
            }

            keys[k] = (long)key;
        }

        return [.. keys.Distinct()];
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
