using Microsoft.AspNetCore.Identity;

namespace Renda.Platform.Access;

/// <summary>How a person signs in. ASP.NET Core Identity keeps the password.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public required int Congress { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The password was set by somebody else and must be changed first.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The person wants reminders by e-mail too.</summary>
    public bool MailsReminders { get; set; }

    /// <summary>Disabled by an administrator. Wrong passwords lock for minutes only, and end nobody's session: anybody could type them.</summary>
    public bool IsDisabled(DateTimeOffset now) => LockoutEnd > now.AddDays(1);
}

/// <summary>Something that happened to accounts, posts or sign-ins. Append-only, for the audit administrator.</summary>
internal sealed class AccountEvent
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime At { get; init; }

    /// <summary>Who did it; null when nobody was signed in.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What happened, a sentence.</summary>
    public required string What { get; init; }

    /// <summary>The address it came from, if any.</summary>
    public string? Address { get; init; }
}
