using System.Security.Cryptography;
using System.Text;

namespace Renda.Platform.Records;

/// <summary>How lists of values are hashed: each is preceded by its length, so that no two lists share a text.</summary>
internal static class Canonical
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Hash(params IEnumerable<string> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            text.Append(value.Length).Append(':').Append(value).Append(',');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
