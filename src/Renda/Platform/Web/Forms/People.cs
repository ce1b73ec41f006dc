using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Web.Forms;

/// <summary>People in post by the names people type: 王伟、李静（东岭代表团）.</summary>
/// <param name="posts">Only holders of these; empty for anybody in post.</param>
internal sealed class People(RendaDb db, int congress, DateOnly today, IReadOnlyList<string> posts)
{
    /// <summary>The most names a field offers to choose from.</summary>
    private const int MostOffered = 300;

    private sealed record Named
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Unit { get; init; }
    }

    private bool OnlyDeputies => posts is [Posts.Deputy] or [Posts.Deputy, Posts.FormerDeputy];

    public async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Unknown)> FindAsync(IEnumerable<string> typed)
    {
        List<(string Name, string? Unit)> wanted = [.. typed.SelectMany(Separate).Select(Split)];
        List<string> names = [.. wanted.Select(w => w.Name).Distinct()];
        var found = await InPost().Where(p => names.Contains(p.Name)).ToListAsync();
        List<Guid> ids = [];
        List<string> unknown = [];
        foreach (var (name, unit) in wanted.Distinct())
        {
            var matches = found.Where(f => f.Name == name && (unit is null || f.Unit.Contains(unit, StringComparison.Ordinal))).DistinctBy(f => f.Id).ToList();
            if (matches.Count == 1)
            {
                ids.Add(matches[0].Id);
            }
            else
            {
                unknown.Add(matches.Count == 0
                    ? $"{(OnlyDeputies ? "在任代表" : posts.Count == 0 ? "在职人员" : "可以填的人员")}中没有“{name}”{(unit is null ? "" : $"（{unit}）")}。"
                    : $"有 {matches.Count} 位{(OnlyDeputies ? "代表" : "")}叫“{name}”，请写明{(OnlyDeputies ? "代表团" : "单位")}：{string.Join("、", matches.Select(m => $"{name}（{m.Unit}）"))}。");
            }
        }

        return ([.. ids.Distinct()], unknown);
    }

    /// <summary>The names of people, as they would be typed.</summary>
    public async Task<string> NamesAsync(IReadOnlyList<string> ids)
    {
        List<Guid> wanted = [.. ids.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];
        if (wanted.Count == 0)
        {
            return "";
        }

        // Whoever has left the post since is still named.
        var people = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == congress && wanted.Contains(post.PersonId) && (posts.Count == 0 || posts.Contains(post.Kind))
            join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { person.Id, person.Name, Unit = unit.Name, Same = db.People.Count(p => p.Congress == congress && p.Name == person.Name) }).ToListAsync();
        return string.Join('、', people.DistinctBy(p => p.Id).Select(p => p.Same > 1 ? $"{p.Name}（{p.Unit}）" : p.Name));
    }

    /// <summary>The names to choose from, as they would be typed; none where they are too many to look through.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync()
    {
        var people = await InPost().OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostOffered * 2).ToListAsync();
        var named = people.DistinctBy(p => p.Id).GroupBy(p => p.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        return people.Count == MostOffered * 2 || named.Count > MostOffered ? []
            : [.. named.SelectMany(g => g.Select(p => g.Skip(1).Any() ? $"{p.Name}（{p.Unit}）" : p.Name))];
    }

    private IQueryable<Named> InPost() =>
        (from post in db.Posts.AsNoTracking()
         where post.Congress == congress && post.From <= today && (post.To == null || post.To >= today) && (posts.Count == 0 ? post.Kind != Posts.FormerDeputy : posts.Contains(post.Kind))
         join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
         join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
         select new Named { Id = person.Id, Name = person.Name, Unit = unit.Name }).Distinct();

    private static (string, string?) Split(string name) =>
        name.IndexOfAny(['（', '(']) is > 0 and var at && name[^1] is '）' or ')' ? (name[..at], name[(at + 1)..^1]) : (name, null);

    private static string[] Separate(string typed) =>
        typed.Split(['、', '，', ',', '；', ';', ' ', '\u3000', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
