using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Deputies.Roster;

/// <summary>People of one name, told apart by where they are.</summary>
internal static class Namesakes
{
    public static async Task<IReadOnlyList<(string Id, string Title)>> OfAsync(RendaDb db, int congress, string name)
    {
        var people = await db.People.AsNoTracking().Where(p => p.Congress == congress && p.Name == name).Select(p => p.Id).ToListAsync();
        var places = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == congress && people.Contains(post.PersonId)
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            select new { post.PersonId, unit.Name }).ToListAsync();
        var mandates = await (
            from mandate in db.Mandates.AsNoTracking()
            where mandate.Congress == congress && people.Contains(mandate.PersonId)
            join unit in db.Units on new { mandate.Congress, Id = mandate.DelegationId } equals new { unit.Congress, unit.Id }
            select new { mandate.PersonId, unit.Name, mandate.Term }).ToListAsync();
        return
        [
            .. from person in people
               let known = mandates.Where(m => m.PersonId == person).Select(m => $"{Words.Term(m.Term)}{m.Name}")
                   .Concat(places.Where(p => p.PersonId == person).Select(p => p.Name)).Distinct().ToList()
               select ($"{person}", known.Count == 0 ? $"{name}（没有职务）" : $"{name}（{string.Join("、", known)}）"),
        ];
    }
}
