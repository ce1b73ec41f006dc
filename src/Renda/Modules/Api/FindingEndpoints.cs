using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Search;

namespace Renda.Modules.Api;

/// <summary>A matter that was found.</summary>
/// <param name="Excerpt">The words around the hit.</param>
internal sealed record FoundAnswer(Guid Id, string? Number, string Title, string Procedure, DateOnly Opened, string Excerpt);

/// <summary>A holder of a post today.</summary>
internal sealed record PersonAnswer(Guid Id, string Name, string Unit, string Post);

/// <summary>A unit.</summary>
/// <param name="Handles">Suggestions can be handed to it.</param>
internal sealed record UnitAnswer(Guid Id, string Name, bool Handles);

/// <summary>Searching, and the ids of people and units for what steps ask.</summary>
internal static class FindingEndpoints
{
    private const int Most = 20;

    public static void MapFinding(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", SearchAsync).WithSummary("Matters found by their text, as on the search page.").Answering<Listed<FoundAnswer>>(200).Refusing(400);
        api.MapGet("/people", PeopleAsync).WithSummary($"People in post today whose name contains q, at most {Most}.").Answering<Listed<PersonAnswer>>(200);
        api.MapGet("/units", UnitsAsync).WithSummary($"Units whose name contains q, at most {Most}.").Answering<Listed<UnitAnswer>>(200);
    }

    private static async Task<IResult> SearchAsync(HttpContext http, CurrentActor current, RendaDb db, [Description("Two characters and up.")] string? q, [Description("From the link to the next page.")] long? before)
    {
        var query = (q ?? "").Trim();
        query = query.Length <= 100 ? query : query[..100];
        var (hits, next, _) = query.Length == 0 ? ([], null, false) : await Finding.PageAsync(db, await current.GetAsync(http.User), query, before);
        return Results.Json(new Listed<FoundAnswer>(
            [.. hits.Select(h => new FoundAnswer(h.Matter, h.Number, h.Title, h.Procedure, h.OpenedOn, Excerpt(h.Text, query)))],
            next is null ? null : $"/api/search?q={Uri.EscapeDataString(query)}&before={next}"));
    }

    private static async Task<IResult> PeopleAsync(HttpContext http, CurrentActor current, RendaDb db, TimeProvider time, [Description("A part of the name.")] string? q)
    {
        var (actor, today, part) = (await current.GetAsync(http.User), time.Today(), (q ?? "").Trim());
        var people = await (
            from person in db.People.AsNoTracking()
            where person.Congress == actor.Congress && person.Name.Contains(part)
            join post in db.Posts on new { person.Congress, PersonId = person.Id } equals new { post.Congress, post.PersonId }
            where post.From <= today && (post.To == null || post.To >= today)
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            orderby person.Name, person.Id
            select new { person.Id, person.Name, Unit = unit.Name, post.Kind }).Take(Most).ToListAsync();
        return Results.Json(new Listed<PersonAnswer>([.. people.Select(p => new PersonAnswer(p.Id, p.Name, p.Unit, Posts.Titles[p.Kind]))], null));
    }

    private static async Task<IResult> UnitsAsync(HttpContext http, CurrentActor current, RendaDb db, [Description("A part of the name.")] string? q)
    {
        var (actor, part) = (await current.GetAsync(http.User), (q ?? "").Trim());
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == actor.Congress && u.Name.Contains(part)).OrderBy(u => u.Name).Take(Most)
            .Select(u => new UnitAnswer(u.Id, u.Name, u.Handles)).ToListAsync();
        return Results.Json(new Listed<UnitAnswer>(units, null));
    }

    private static string Excerpt(string text, string query)
    {
        var (before, hit, after) = Snippets.Around(text, query);
        return before + hit + after;
    }
}
