using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Renda.Database;
using Renda.Platform.Rules;

namespace Renda.Platform.Access;

/// <summary>Who is acting in this request. Account and posts are read each time: a post that ended yesterday opens nothing today,
/// and a session ends with the next request once the account is disabled or its password changed.</summary>
internal sealed class CurrentActor(RendaDb db, RuleShelf rules, TimeProvider time, IOptions<IdentityOptions> options)
{
    private Actor? found;
    private Guid? sought;

    /// <summary>The person signed in as already looked up in this request, or null.</summary>
    public Actor? Known => found;

    /// <summary>The person signed in, or null.</summary>
    public async Task<Actor?> FindAsync(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        if (sought != id)
        {
            found = await LoadAsync(id, user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType));
            sought = id;
        }

        return found;
    }

    /// <summary>The actor of a request that a permission let in.</summary>
    public async Task<Actor> GetAsync(ClaimsPrincipal user) =>
        await FindAsync(user) ?? throw new InvalidOperationException("This endpoint declares no permission.");

    /// <summary>A person acting on a day; for the command line and the demo office.</summary>
    public static async Task<Actor> OfPersonAsync(RendaDb db, RuleShelf rules, int congress, Guid person, DateOnly day)
    {
        var name = await db.People.Where(p => p.Congress == congress && p.Id == person).Select(p => p.Name).SingleAsync();
        var here = await db.Congresses.AsNoTracking().SingleAsync(c => c.Code == congress);
        var posts = await (
            from post in db.Posts
            where post.Congress == congress && post.PersonId == person && post.From <= day && (post.To == null || post.To >= day)
            join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
            orderby post.Id
            select new HeldPost(post.Id, post.Kind, unit.Id, unit.Name)).ToListAsync();
        return new Actor(congress, here.Name, here.Jurisdiction, person, name, posts, Oversight.Of(rules.Book, here.Jurisdiction, day, posts));
    }

    private async Task<Actor?> LoadAsync(Guid id, string? stamp)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id);
        return account is null || account.SecurityStamp != stamp || account.IsDisabled(time.GetUtcNow()) ? null
            : await OfPersonAsync(db, rules, account.Congress, account.PersonId, time.Today());
    }
}
