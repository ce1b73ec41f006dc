using Renda.Modules.Deputies.Roster;

namespace Renda.Modules.Deputies.Files;

/// <summary>The year or the term a file is read for.</summary>
/// <param name="Key">As it stands in an address: 2026, or t14 for a term.</param>
internal sealed record FilePeriod(string Key, string Title, Days Days)
{
    public bool IsTerm => Key[0] == 't';

    /// <summary>What was asked for; this year where that is nothing.</summary>
    public static FilePeriod Of(string? key, IReadOnlyList<CongressTerm> terms, DateOnly today) =>
        terms.Select(OfTerm).FirstOrDefault(p => p.Key == key)
        ?? OfYear(int.TryParse(key, out var year) && year is >= 1949 and <= 2200 ? year : today.Year);

    /// <summary>The terms and years somebody was a deputy in, the latest first.</summary>
    public static IReadOnlyList<FilePeriod> Of(IReadOnlyList<Mandate> mandates, IReadOnlyList<CongressTerm> terms, DateOnly today)
    {
        var years = mandates.SelectMany(m => Enumerable.Range(m.From.Year, Math.Max(0, Math.Min(m.To?.Year ?? today.Year, today.Year) - m.From.Year + 1))).Distinct().OrderDescending();
        return [.. years.Select(OfYear), .. terms.Where(t => mandates.Any(m => m.Term == t.Number)).Select(OfTerm)];
    }

    private static FilePeriod OfYear(int year) => new($"{year}", $"{year}年", new Days(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    private static FilePeriod OfTerm(CongressTerm term) => new($"t{term.Number}", Words.Term(term.Number), new Days(term.From, term.To));
}
