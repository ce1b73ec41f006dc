using System.Text;
using System.Text.Unicode;

namespace Renda.Statutes.Parsing;

/// <summary>UTF-8 to text and back, losing nothing: a byte that is not UTF-8 stands as the lone surrogate U+DC80 to U+DCFF.</summary>
internal static class Bytes
{
    private const char Escape = '\udc00';

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else
            {
                foreach (var raw in bytes[..length])
                {
                    text.Append((char)(Escape + raw));
                }
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    public static void Write(ReadOnlySpan<char> text, Stream to)
    {
        Span<byte> buffer = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var plain = Lone(text);
            to.Write(Encoding.UTF8.GetBytes(text[..plain].ToString()));
            if (plain == text.Length)
            {
                return;
            }

            // A lone surrogate that stands for no byte came with a string; it is written as WTF-8 writes it.
            var lone = text[plain];
            if (lone is >= (char)(Escape + 0x80) and <= (char)(Escape + 0xff))
            {
                to.WriteByte((byte)(lone - Escape));
            }
            else
            {
                (buffer[0], buffer[1], buffer[2]) = ((byte)(0xe0 | (lone >> 12)), (byte)(0x80 | ((lone >> 6) & 0x3f)), (byte)(0x80 | (lone & 0x3f)));
                to.Write(buffer[..3]);
            }

            text = text[(plain + 1)..];
        }
    }

    private static int Lone(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (!(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])))
            {
                return at;
            }

            at++;
        }

        return text.Length;
    }
}
