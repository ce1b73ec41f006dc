using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>What a person asks of a new token.</summary>
internal sealed record TokenAsked(string? Name, IReadOnlyList<string> Scopes, DateOnly? LastDay);

/// <summary>Makes and revokes a person's own tokens, each with its event in one transaction.</summary>
internal sealed class TokenKeeping(RendaDb db, AccountLog log, TimeProvider time)
{
    public const int LongestName = 40;

    /// <summary>More than a person can keep apart.</summary>
    public const int Most = 20;

    public Task<List<AccessToken>> ListAsync(Actor actor) =>
        Mine(actor).AsNoTracking().OrderByDescending(t => t.Id).Take(Most * 5).ToListAsync();

    /// <summary>The text of the new token, shown this once, or why there is none.</summary>
    public Task<(string? Text, IReadOnlyList<RefusalItem> Refusals)> MakeAsync(Actor actor, TokenAsked asked, HttpContext http) => db.InTransactionAsync<(string? Text, IReadOnlyList<RefusalItem> Refusals)>(async () =>
    {
        var today = time.Today();
        List<RefusalItem> refusals = [.. Check(asked, today)];
        if (await Mine(actor).CountAsync(t => t.RevokedAt == null && t.LastDay >= today) >= Most)
        {
            refusals.Add(new RefusalItem($"有效的令牌已有 {Most} 个。", null, null, "请先作废不用的。"));
        }

        if (refusals.Count > 0)
        {
            return (null, refusals);
        }

        var text = await AddAsync(actor, asked, http);
        await db.SaveChangesAsync();
        return (text, refusals);
    }, made => made.Text is not null);

    /// <summary>The sentence about what was done; null where the person has no such token.</summary>
    public Task<string?> RevokeAsync(Actor actor, Guid id, HttpContext http) => db.InTransactionAsync(async () =>
    {
        if (await Mine(actor).SingleOrDefaultAsync(t => t.Id == id) is not { } token)
        {
            return null;
        }

        if (token.RevokedAt is null)
        {
            token.RevokedAt = time.GetUtcNow().UtcDateTime;
            log.Add(actor, $"作废自己的令牌“{token.Name}”", http);
            await db.SaveChangesAsync();
        }

        return $"令牌“{token.Name}”已经作废。";
    }, done => done is not null);

    private static IEnumerable<RefusalItem> Check(TokenAsked asked, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(asked.Name) || asked.Name.Trim().Length > LongestName)
        {
            yield return new RefusalItem($"请填写“名称”，不超过 {LongestName} 字。", "Name", null, null);
        }

        if (asked.Scopes.Count == 0 || !asked.Scopes.All(TokenScopes.Titles.ContainsKey))
        {
            yield return new RefusalItem("请选“权限”，至少一项。", "Scopes", null, null);
        }

        if (asked.LastDay is not { } day || day < today || day > today.AddYears(1))
        {
            yield return new RefusalItem($"请填写“有效期至”，从今天到 {today.AddYears(1):yyyy-MM-dd}，最长一年。", "LastDay", null, null);
        }
    }

    private IQueryable<AccessToken> Mine(Actor actor) =>
        db.AccessTokens.Where(t => t.Congress == actor.Congress && db.Users.Any(a => a.Id == t.AccountId && a.Congress == actor.Congress && a.PersonId == actor.PersonId));

    private async Task<string> AddAsync(Actor actor, TokenAsked asked, HttpContext http)
    {
        var account = await db.Users.Where(a => a.Congress == actor.Congress && a.PersonId == actor.PersonId).Select(a => a.Id).SingleAsync();
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var text = TokenText.New(id);
        var scopes = TokenScopes.Titles.Keys.Where(asked.Scopes.Contains).ToList();
        db.AccessTokens.Add(new AccessToken
        {
            Congress = actor.Congress,
            Id = id,
            AccountId = account,
            Name = asked.Name!.Trim(),
            Hash = TokenText.Hash(text),
            Scopes = string.Join(' ', scopes),
            MadeAt = now.UtcDateTime,
            LastDay = asked.LastDay!.Value,
        });
        log.Add(actor, $"制作令牌“{asked.Name.Trim()}”（{string.Join('、', scopes.Select(s => TokenScopes.Titles[s]))}），有效期至 {asked.LastDay:yyyy-MM-dd}", http);
        return text;
    }
}
