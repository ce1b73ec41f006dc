namespace Renda.Modules.Handling.Inboxes;

/// <summary>What the inbox is narrowed to; all of it stands in the address.</summary>
/// <param name="Who">Somebody of the unit, or <see cref="Nobody"/>; null for everybody's.</param>
internal sealed record InboxFilter(string? Kind, string? Who, bool Overdue, string? Words)
{
    public const string Nobody = "nobody";

    private const int LongestWords = 100;

    public static readonly InboxFilter None = new(null, null, false, null);

    public bool Any => this != None;

    public Guid? Person => Guid.TryParse(Who, out var id) ? id : null;

    /// <summary>What does not exist is no filter: an old address still opens the list.</summary>
    public static InboxFilter Of(string? kind, string? who, bool overdue, string? words) => new(
        InboxKinds.All.Any(k => k.Id == kind) ? kind : null,
        who == Nobody || Guid.TryParse(who, out _) ? who : null,
        overdue,
        string.IsNullOrWhiteSpace(words) ? null : words.Trim()[..Math.Min(words.Trim().Length, LongestWords)]);

    public string Query(string? after = null)
    {
        (string Name, string? Value)[] parts = [("kind", Kind), ("who", Who), ("overdue", Overdue ? "true" : null), ("q", Words), ("after", after)];
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }
}

/// <summary>What can wait for a unit, by the step it waits for and the stage the suggestion stands at.</summary>
/// <param name="Stage">Null for any.</param>
internal sealed record InboxKind(string Id, string Title, string Step, string? Stage);

internal static class InboxKinds
{
    public const string ToSign = "sign";

    public static readonly IReadOnlyList<InboxKind> All =
    [
        new(ToSign, "待签收", "sign", null),
        new("reply", "在办", "reply", "handling"),
        new("opine", "协办意见", "opine", null),
        new("extension", "延期待批", "reply", "extension-asked"),
        new("again", "重新办理", "reply-again", null),
        new("promise", "承诺到期", "fulfil", null),
    ];

    public static InboxKind? Of(string step, string stage) => All.FirstOrDefault(k => k.Step == step && (k.Stage is null || k.Stage == stage));
}
