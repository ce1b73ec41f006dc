using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Renda.Platform.Access;

/// <summary>Lets a program act as a person, with the posts the person holds that day. Only a hash of it is kept.</summary>
internal sealed class AccessToken
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The account it stands in for.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What its maker calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the whole text, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Some of <see cref="TokenScopes"/>, between spaces.</summary>
    public required string Scopes { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>The last day it is good for.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The day it was last shown.</summary>
    public DateOnly? UsedOn { get; set; }

    public DateTime? RevokedAt { get; set; }

    public bool IsGood(DateOnly today) => RevokedAt is null && today <= LastDay;
}

/// <summary>What a token may be used for.</summary>
internal static class TokenScopes
{
    public const string Read = "read";
    public const string Act = "act";

    /// <summary>Titles by scope, in the order they are listed.</summary>
    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Read] = "查阅",
        [Act] = "办理和上传文件",
    };
}

/// <summary>The text of a token: its id, so that it can be found, and a secret. The prefix is for programs that look for lost secrets.</summary>
internal static class TokenText
{
    public const string Prefix = "renda_";

    private const int IdLength = 16;
    private const int SecretLength = 32;

    public static string New(Guid id) =>
        Prefix + Base64Url.EncodeToString([.. id.ToByteArray(bigEndian: true), .. RandomNumberGenerator.GetBytes(SecretLength)]);

    /// <summary>Null for what cannot be a token.</summary>
    public static Guid? IdOf(string text)
    {
        Span<byte> bytes = stackalloc byte[IdLength + SecretLength];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length == Prefix.Length + Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.TryDecodeFromChars(text.AsSpan(Prefix.Length), bytes, out _)
            ? new Guid(bytes[..IdLength], bigEndian: true)
            : null;
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes as long for a hash that is nearly right as for any other.</summary>
    public static bool Matches(string hash, string text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(text)));
}
