using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Renda.Platform.Public;

/// <summary>What a form carries: when it was made and what about (a deputy, a consultation), the key by which it is taken once, and the code its sender will be given.
/// Sealed, so that nobody makes one up or reads the code before sending; any node opens it.</summary>
internal sealed record Ticket(Guid About, DateTimeOffset Made, Guid Key, byte[] Code);

internal enum TicketFault
{
    /// <summary>Not made here, altered, or made for something else.</summary>
    Unreadable,

    /// <summary>Sent quicker than anybody writes.</summary>
    TooSoon,

    /// <summary>The page had been open too long.</summary>
    TooLate,
}

/// <summary>Makes tickets and reads them.</summary>
internal sealed class Tickets(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    private const int Length = 16 + 8 + 16 + ReceiptCode.Bytes;
    private const int LongestText = 1000;

    private readonly IDataProtector protector = protection.CreateProtector("Renda.Letters.v1");

    public string Make(Guid about)
    {
        var bytes = new byte[Length];
        about.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16), time.GetUtcNow().ToUnixTimeMilliseconds());
        Guid.NewGuid().TryWriteBytes(bytes.AsSpan(24)); // A key in time's order would tell how many come in between.
        ReceiptCode.New().CopyTo(bytes, 40);
        return Base64Url.EncodeToString(protector.Protect(bytes));
    }

    public (Ticket? Ticket, TicketFault? Fault) Read(string? text, Guid about)
    {
        if (Open(text) is not { Length: Length } bytes || new Guid(bytes.AsSpan(0, 16)) != about)
        {
            return (null, TicketFault.Unreadable);
        }

        var ticket = new Ticket(about, DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16))), new Guid(bytes.AsSpan(24, 16)), bytes[40..]);
        var age = time.GetUtcNow() - ticket.Made;
        return age < Soonest ? (ticket, TicketFault.TooSoon) : age > Latest ? (ticket, TicketFault.TooLate) : (ticket, null);
    }

    private byte[]? Open(string? text)
    {
        try
        {
            return text is { Length: > 0 and <= LongestText } ? protector.Unprotect(Base64Url.DecodeFromChars(text)) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
