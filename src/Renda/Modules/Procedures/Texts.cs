using Renda.Procedures;

namespace Renda.Modules.Procedures;

/// <summary>The texts of one procedure on file: by place and day. Each is named in an address by its place (<c>370000</c>),
/// one that is not the place's own of today by its first day too (<c>370000@2015-12-01</c>).</summary>
internal sealed class Texts(IEnumerable<Procedure> all, DateOnly today)
{
    /// <summary>National first, newest first.</summary>
    public IReadOnlyList<Procedure> All { get; } = [.. all.OrderBy(p => p.Jurisdiction == "CN" ? "" : p.Jurisdiction, StringComparer.Ordinal).ThenByDescending(p => p.InForce)];

    public static Texts Of(RuleBook book, string id, DateOnly today) => new(book.Procedures.Where(p => p.Id == id), today);

    public Procedure? Find(string? key) =>
        key is null ? null : All.FirstOrDefault(p => Key(p) == key) ?? All.FirstOrDefault(p => $"{p.Jurisdiction}@{p.InForce:yyyy-MM-dd}" == key);

    public string Key(Procedure text) => IsCurrent(text) ? text.Jurisdiction : $"{text.Jurisdiction}@{text.InForce:yyyy-MM-dd}";

    /// <summary>The newest of its place that is in force; where none is yet, the first to come.</summary>
    public bool IsCurrent(Procedure text)
    {
        var here = All.Where(p => p.Jurisdiction == text.Jurisdiction).ToList();
        return text == (here.FirstOrDefault(p => p.InForce <= today) ?? here[^1]);
    }
}
