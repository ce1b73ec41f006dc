using System.Security.Cryptography;

namespace Renda.Platform.Records.Sealing;

/// <summary>One record, its way up to the root of its seal, and the seal: whoever holds it can show at any time that the record was there.</summary>
/// <param name="Position">The record's place among all sealed ones of the congress.</param>
/// <param name="Path">What is beside the way from the record to the root, the nearest first.</param>
internal sealed record Receipt(string Format, RecordLine Record, long Position, IReadOnlyList<string> Path, SealLine Seal)
{
    public const string ThisFormat = "renda-receipt-1";

    /// <summary>Why it proves nothing; null where it holds.</summary>
    /// <param name="kept">Seals kept elsewhere, among which its own must be.</param>
    public string? Wrong(IReadOnlyList<SealLine>? kept = null) =>
        Format != ThisFormat ? $"凭证的格式是“{Format}”，这里认得的是“{ThisFormat}”。"
        : Record.ComputeHash() != Record.Hash ? "记录的内容与它的哈希不符：内容被改动过。"
        : Seal.ComputeHash() != Seal.Hash ? "封存的内容与它的哈希不符：封存被改动过。"
        : Record.Congress != Seal.Congress ? "记录与封存不是同一个人大的。"
        : Climbed() != Seal.Root ? "由这条记录得不出封存的根：记录不在这一号封存里。"
        : kept?.FirstOrDefault(s => (s.Congress, s.Number) == (Seal.Congress, Seal.Number)) is var own && kept is null ? null
        : own is null ? $"另存的封存清单里没有第 {Seal.Number} 号。请换一份更晚的清单。"
        : own.Hash != Seal.Hash ? $"与另存的封存清单里的第 {Seal.Number} 号不同。" : null;

    private string? Climbed()
    {
        if (Bytes(Record.Hash) is not { } value || Path.Select(Bytes).ToList() is not { } path || path.Contains(null))
        {
            return null;
        }

        return Merkle.Climb(value, Position - Seal.First, Seal.Count, [.. path.OfType<byte[]>()]) is { } root ? Convert.ToHexStringLower(root) : null;
    }

    private static byte[]? Bytes(string hex) =>
        hex.Length == SHA256.HashSizeInBytes * 2 && hex.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(hex) : null;
}
