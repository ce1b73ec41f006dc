using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Renda.Platform.Records;

/// <summary>The text of a record that is hashed (<see cref="RecordLine"/>), put together in bytes as they come from the database: nothing is
/// decoded, and the buffer is used again.</summary>
internal sealed class RecordText
{
    private const int MostDigits = 12;

    private byte[] text = new byte[16 * 1024];
    private int length;

    public ReadOnlySpan<byte> Bytes => text.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <summary>A value in UTF-8. Lengths count UTF-16 units, as they do where records are written.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        Lead(Units(value), value.Length);
        value.CopyTo(text.AsSpan(length));
        End(value.Length);
    }

    public void Add(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Lead(value.Length, most);
        End(Encoding.UTF8.GetBytes(value, text.AsSpan(length, most)));
    }

    /// <summary>An identifier: SQLite keeps it in capitals, records are hashed in small letters.</summary>
    public void AddSmall(ReadOnlySpan<byte> ascii)
    {
        Lead(ascii.Length, ascii.Length);
        for (var i = 0; i < ascii.Length; i++)
        {
            text[length + i] = ascii[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(ascii[i] | 0x20) : ascii[i];
        }

        End(ascii.Length);
    }

    public void Add(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var written);
        Add(digits[..written]);
    }

    public void Hash(Span<byte> into) => SHA256.HashData(Bytes, into);

    // Bytes that begin a character count one unit, those that begin one of four bytes count two.
    private static int Units(ReadOnlySpan<byte> utf8)
    {
        var (units, i) = (0, 0);
        for (var width = Vector<byte>.Count; i + width <= utf8.Length;)
        {
            // Each lane counts at most twice a step and must not overflow.
            var sum = Vector<byte>.Zero;
            for (var step = 0; step < 100 && i + width <= utf8.Length; step++, i += width)
            {
                var bytes = new Vector<byte>(utf8[i..]);
                sum -= Vector.AsVectorByte(Vector.GreaterThan(Vector.AsVectorSByte(bytes), new Vector<sbyte>(-65)));
                sum -= Vector.GreaterThanOrEqual(bytes, new Vector<byte>(0xF0));
            }

            Vector.Widen(sum, out var low, out var high);
            units += Vector.Sum(low) + Vector.Sum(high);
        }

        for (; i < utf8.Length; i++)
        {
            units += ((sbyte)utf8[i] > -65 ? 1 : 0) + (utf8[i] >= 0xF0 ? 1 : 0);
        }

        return units;
    }

    private void Lead(int units, int bytes)
    {
        if (text.Length < length + bytes + MostDigits)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, length + bytes + MostDigits));
        }

        Utf8Formatter.TryFormat(units, text.AsSpan(length), out var written);
        length += written;
        text[length++] = (byte)':';
    }

    private void End(int bytes)
    {
        length += bytes;
        text[length++] = (byte)',';
    }
}
