using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Web.Forms;

/// <summary>Deputies by the names people type: 王伟、李静（东岭代表团）.</summary>
internal static class Deputies
{
    public static async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Unknown)> FindAsync(RendaDb db, int congress, DateOnly today, IEnumerable<string> typed)
    {
        List<(string Name, string? Delegation)> wanted = [.. typed.SelectMany(t => Separate(t)).Select(Split)];
        List<string> names = [.. wanted.Select(w => w.Name).Distinct()];
        var found = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == congress && post.Kind == Posts.Deputy && post.From <= today && (post.To == null || post.To >= today)
            join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
            where names.Contains(person.Name)
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { person.Id, person.Name, Delegation = unit.Name }).Distinct().ToListAsync();
        List<Guid> ids = [];
        List<string> unknown = [];
        foreach (var (name, delegation) in wanted.Distinct())
        {
            var matches = found.Where(f => f.Name == name && (delegation is null || f.Delegation.Contains(delegation, StringComparison.Ordinal))).ToList();
            if (matches.Count == 1)
            {
                ids.Add(matches[0].Id);
            }
            else
            {
                unknown.Add(matches.Count == 0
                    ? $"在任代表中没有“{name}”{(delegation is null ? "" : $"（{delegation}）")}。"
                    : $"有 {matches.Count} 位代表叫“{name}”，请写明代表团：{string.Join("、", matches.Select(m => $"{name}（{m.Delegation}）"))}。");
            }
        }

        return ([.. ids.Distinct()], unknown);
    }

    /// <summary>The names of people, as they would be typed.</summary>
    public static async Task<string> NamesAsync(RendaDb db, int congress, IReadOnlyList<string> ids)
    {
        List<Guid> wanted = [.. ids.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];
        var people = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == congress && post.Kind == Posts.Deputy && wanted.Contains(post.PersonId)
            join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { person.Id, person.Name, Delegation = unit.Name, Same = db.People.Count(p => p.Congress == congress && p.Name == person.Name) }).ToListAsync();
        return string.Join('、', people.DistinctBy(p => p.Id).Select(p => p.Same > 1 ? $"{p.Name}（{p.Delegation}）" : p.Name));
    }

    private static (string, string?) Split(string name) =>
        name.IndexOfAny(['（', '(']) is > 0 and var at && name[^1] is '）' or ')' ? (name[..at], name[(at + 1)..^1]) : (name, null);

    private static string[] Separate(string typed) =>
        typed.Split(['、', '，', ',', '；', ';', ' ', '\u3000', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
