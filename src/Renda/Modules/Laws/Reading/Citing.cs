using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Statutes;
using Renda.Statutes.Referring;

namespace Renda.Modules.Laws.Reading;

/// <summary>An article of another law of the library that names this one.</summary>
/// <param name="Target">The article it names; empty where it names the law alone.</param>
internal sealed record CitedBy(Guid Law, string Title, int Version, string Label, string Anchor, string Target, string Words);

/// <summary>Which laws of the library name each other.</summary>
internal static class Citing
{
    public const int Most = 200;

    /// <summary>Where texts in force on a day, or of unknown day, name this law.</summary>
    public static Task<List<CitedBy>> ByAsync(RendaDb db, Law law, DateOnly day) => (
        from r in db.LawReferences.AsNoTracking()
        where r.Congress == law.Congress && r.Name == law.Name && r.MatterId != law.MatterId
        join v in db.LawVersions on new { r.Congress, r.MatterId, Number = r.Version } equals new { v.Congress, v.MatterId, v.Number }
        where v.ReplacedBy == null && (v.From == null || v.From <= day) && (v.Until == null || v.Until > day)
        join l in db.Laws on new { r.Congress, r.MatterId } equals new { l.Congress, l.MatterId }
        orderby l.Title, r.MatterId, r.Number
        select new CitedBy(r.MatterId, l.Title, r.Version, r.Label, r.Anchor, r.Target, r.Words)).Take(Most).ToListAsync();

    /// <summary>Where the laws this text names are in the library.</summary>
    /// <param name="path">The pages of the library the reader is on.</param>
    public static async Task<Func<Reference, string?>> ElsewhereAsync(RendaDb db, int congress, Statute statute, string path)
    {
        List<string> names = [.. References.Of(statute).Select(r => r.Statute).OfType<string>().Select(LawNames.Of).Distinct()];
        var kept = names.Count == 0 ? [] : (await db.Laws.AsNoTracking().Where(l => l.Congress == congress && names.Contains(l.Name)).Select(l => new { l.Name, l.MatterId, Open = l.RepealedOn == null }).ToListAsync())
            .OrderBy(l => l.Open).GroupBy(l => l.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().MatterId, StringComparer.Ordinal);
        return reference => reference.Statute is { } named && kept.TryGetValue(LawNames.Of(named), out var id)
            ? $"{path}/{id}" + (reference.From.Article == 0 ? "" : $"#art-{reference.From.Article}" + (reference.From.Suffix > 0 ? $"-{reference.From.Suffix}" : "")) : null;
    }
}
