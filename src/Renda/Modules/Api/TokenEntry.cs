using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;

namespace Renda.Modules.Api;

/// <summary>What came of showing a token.</summary>
/// <param name="Scopes">What it may be used for; null where it opens nothing.</param>
/// <param name="Sentence">Why it opens nothing.</param>
internal sealed record Entered(string? Scopes, string Sentence, Guid Account = default);

/// <summary>Lets in whoever shows a token that is good today, of an account that is not disabled.</summary>
internal sealed class TokenEntry(RendaDb db, CurrentActor current, TokenDays days, TimeProvider time)
{
    private static readonly Prepared<Func<RendaDb, Guid, Task<Held?>>> Find = new(() => EF.CompileAsyncQuery((RendaDb db, Guid id) =>
        (from t in db.AccessTokens.AsNoTracking() where t.Id == id join a in db.Users on t.AccountId equals a.Id select new Held(t, a)).SingleOrDefault()));

    public async Task<Entered> TryAsync(string text)
    {
        var found = TokenText.IdOf(text) is { } id ? await Find.For(db)(db, id) : null;
        var today = time.Today();
        if (found is not { Token: var token } || !TokenText.Matches(token.Hash, text))
        {
            return new Entered(null, "没有这个令牌。");
        }

        if (!token.IsGood(today))
        {
            return new Entered(null, token.RevokedAt is null ? $"令牌“{token.Name}”已于 {token.LastDay:yyyy-MM-dd} 到期。" : $"令牌“{token.Name}”已经作废。");
        }

        if (found.Account.MustChangePassword)
        {
            return new Entered(null, $"{PasswordFirst.Sentence}{PasswordFirst.Remedy}");
        }

        if (await current.EnterAsync(found.Account) is null)
        {
            return new Entered(null, "这个账号已被停用。");
        }

        days.Remember(token, today);
        return new Entered(token.Scopes, "", found.Account.Id);
    }

    private sealed record Held(AccessToken Token, Account Account);
}
