using System.Text;

namespace Renda.Platform.Files;

/// <summary>Looks into the compound files of older office programs, whose streams are named in UTF-16.</summary>
internal static class OleNames
{
    public static ReadOnlySpan<byte> Magic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Which of these stream names occur; reads the file from its beginning.</summary>
    public static IReadOnlySet<string> Find(Stream file, params string[] names)
    {
        var sought = names.ToDictionary(name => name, Encoding.Unicode.GetBytes, StringComparer.Ordinal);
        var overlap = sought.Values.Max(bytes => bytes.Length);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var buffer = new byte[64 * 1024 + overlap];
        var kept = 0;
        file.Position = 0;
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            foreach (var (name, bytes) in sought)
            {
                if (seen.IndexOf(bytes) >= 0) found.Add(name);
            }

            kept = Math.Min(overlap, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return found;
    }
}
