using System.Security.Cryptography;
using System.Text;

namespace Renda.Platform.Public;

/// <summary>回执码: eighty random bits, written so that nobody misreads them. Only a hash is kept.</summary>
internal static class ReceiptCode
{
    public const int Bytes = 10;

    // Without I, L, O and U (Crockford): what is misread is put right.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 4;
    private const int Length = Bytes * 8 / 5;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    /// <summary>XXXX-XXXX-XXXX-XXXX.</summary>
    public static string Write(ReadOnlySpan<byte> code)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var part in code)
        {
            for ((held, bits) = ((held << 8) | part, bits + 8); bits >= 5; bits -= 5)
            {
                text.Append(Letters[(held >> (bits - 5)) & 31]);
            }

            held &= 31;
        }

        return string.Join('-', text.ToString().Chunk(Group).Select(c => new string(c)));
    }

    /// <summary>The hash of a code as it was typed; of what cannot be one too, so that both are looked up alike.</summary>
    public static string Hash(string? typed)
    {
        var plain = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }).Take(Length + 1)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"renda-receipt:{plain}")));
    }
}
