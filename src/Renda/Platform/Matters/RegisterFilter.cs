namespace Renda.Platform.Matters;

/// <summary>What a list is filtered by; all of it stands in the address.</summary>
/// <param name="Words">What the title or the number says.</param>
internal sealed record RegisterFilter(string? Stage, Guid? Unit, string? Subject, int? Year, string? Lead, bool Overdue, string? Words = null)
{
    public static readonly RegisterFilter None = new(null, null, null, null, null, Overdue: false);

    private const int LongestWords = 100;

    /// <summary>Leaves out what has ended and was opened before that day.</summary>
    public DateOnly? EndedSince { get; init; }

    /// <summary>Leaves only what is due before that day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Leaves only what is in one of these stages: those in which nothing has ended.</summary>
    public IReadOnlyList<string>? Unfinished { get; init; }

    /// <summary>Leaves only what was opened by that day.</summary>
    public DateOnly? Until { get; init; }

    public bool Any => this != None;

    /// <summary>What was asked for in an address: blanks and impossible years are no filter.</summary>
    public static RegisterFilter Of(string? stage, Guid? unit, string? subject, int? year, string? lead, bool overdue, string? words = null) =>
        new(Given(stage), unit, Given(subject), year is >= 1949 and <= 2200 ? year : null, Given(lead), overdue, Given(words) is { } w ? w[..Math.Min(w.Length, LongestWords)] : null);

    public string Query(string? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("stage", Stage), ("unit", Unit?.ToString()), ("subject", Subject), ("year", Year?.ToString()),
            ("lead", Lead), ("overdue", Overdue ? "true" : null), ("q", Words),
            ("unfinished", Unfinished is null ? null : "true"), ("until", Until?.ToString("yyyy-MM-dd")), ("after", after),
        ];
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
