using Renda.Procedures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>Looks for figures by words of their titles and keys.</summary>
internal static class Finding
{
    /// <summary>Those that have every word; the office's own before those any procedure has, whole titles before parts.</summary>
    public static IEnumerable<Figure> Find(IEnumerable<Figure> figures, string? q)
    {
        var words = (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return figures.Select((figure, at) => (Figure: figure, At: at))
            .Where(f => words.All(w => f.Figure.Title.Contains(w, StringComparison.OrdinalIgnoreCase) || f.Figure.Key.Contains(w, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(f => f.Figure.Key.Contains('.', StringComparison.Ordinal)).ThenBy(f => words.Length > 0 && !f.Figure.Title.StartsWith(words[0], StringComparison.Ordinal)).ThenBy(f => f.At)
            .Select(f => f.Figure);
    }
}
