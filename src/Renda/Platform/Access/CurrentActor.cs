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
    private static readonly Prepared<Func<RendaDb, int, Guid, DateOnly, IAsyncEnumerable<Row>>> Held = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid person, DateOnly day) =>
        from who in db.People.AsNoTracking()
        where who.Congress == congress && who.Id == person
        join here in db.Congresses on who.Congress equals here.Code
        join post in db.Posts.Where(p => p.From <= day && (p.To == null || p.To >= day)) on new { who.Congress, PersonId = who.Id } equals new { post.Congress, post.PersonId } into held
        from post in held.DefaultIfEmpty()
        join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id } into units
        from unit in units.DefaultIfEmpty()
        orderby post.Id
        select new Row(who.Name, here.Name, here.Jurisdiction, post == null || unit == null ? null : new HeldPost(post.Id, post.Kind, unit.Id, unit.Name))));

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

    /// <summary>Lets in whoever holds this account, which a token has just led to; null where it is disabled.</summary>
    public async Task<Actor?> EnterAsync(Account account)
    {
        (found, sought) = (await OfAccountAsync(account), account.Id);
        return found;
    }

    /// <summary>The actor of a request that a permission let in.</summary>
    public async Task<Actor> GetAsync(ClaimsPrincipal user) =>
        await FindAsync(user) ?? throw new InvalidOperationException("This endpoint declares no permission.");

    /// <summary>A person acting on a day; for the command line and the demo office.</summary>
    public static async Task<Actor> OfPersonAsync(RendaDb db, RuleShelf rules, int congress, Guid person, DateOnly day)
    {
        var rows = await Held.For(db)(db, congress, person, day).ToListAsync();
        var (first, posts) = (rows[0], rows.Select(r => r.Post).OfType<HeldPost>().OrderBy(p => p.Kind == Posts.FormerDeputy).ToList()); // Whoever is in office acts as such.
        return new Actor(congress, first.Here, first.Jurisdiction, person, first.Name, posts, rules.Oversight(first.Jurisdiction, day, posts));
    }

    private async Task<Actor?> LoadAsync(Guid id, string? stamp)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id);
        return account is null || account.SecurityStamp != stamp ? null : await OfAccountAsync(account);
    }

    private async Task<Actor?> OfAccountAsync(Account account) =>
        account.IsDisabled(time.GetUtcNow()) ? null : await OfPersonAsync(db, rules, account.Congress, account.PersonId, time.Today());

    private sealed record Row(string Name, string Here, string Jurisdiction, HeldPost? Post);
}
