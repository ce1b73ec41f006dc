using System.Security.Cryptography;
using System.Text;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Import;

/// <summary>A row ready to be carried out, or already there from an earlier import.</summary>
/// <param name="Since">Since when the rules it comes in under have been in force.</param>
internal sealed record Planned(ImportedRow Row, Guid Key, Particulars Given, DateOnly On, DateOnly Since)
{
    public bool Present { get; init; }

    /// <summary>The same row has the same key whenever and wherever it is imported: by its number,
    /// or by what it says where it has none.</summary>
    public static Guid KeyOf(int congress, ImportedRow row)
    {
        var name = row.Number.Length > 0 ? $"编号\n{row.Number}" : $"内容\n{row.Title}\n{row.Body}\n{row.Lead}\n{row.Submitted:yyyy-MM-dd}";
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"suggestion-import\n{congress}\n{name}"))[..16];
        // RFC 9562 version 8, the one for hashes of one's own choosing.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
