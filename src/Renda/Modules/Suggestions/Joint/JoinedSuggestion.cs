using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>A suggestion in a joint handling (并案), from the day it joined. It stands in one running joint handling at most.</summary>
internal sealed class JoinedSuggestion
{
    public const string Replied = "replied";
    public const string TakenOut = "taken-out";
    public const string Separated = "separated";
    public const string Withdrawn = "withdrawn";
    public const string Reassigned = "reassigned";

    public required int Congress { get; init; }

    /// <summary>The joint handling.</summary>
    public required Guid MatterId { get; init; }

    public required Guid SuggestionId { get; init; }

    /// <summary>Handled together now.</summary>
    public required bool Open { get; set; }

    /// <summary>How it came to an end; null while it is open.</summary>
    public string? Left { get; set; }

    /// <summary>The joint handling a suggestion stands in now.</summary>
    public static Task<JoinedSuggestion?> OfAsync(RendaDb db, int congress, Guid suggestion) =>
        db.JoinedSuggestions.SingleOrDefaultAsync(j => j.Congress == congress && j.SuggestionId == suggestion && j.Open);

    /// <summary>A suggestion that is withdrawn, or that another unit leads from now on, is no longer handled with the others.</summary>
    public static async Task DropAsync(RendaDb db, int congress, Guid suggestion, string left)
    {
        if (await OfAsync(db, congress, suggestion) is { } joined)
        {
            joined.Leave(left);
        }
    }

    public void Leave(string left) => (Open, Left) = (false, left);
}
