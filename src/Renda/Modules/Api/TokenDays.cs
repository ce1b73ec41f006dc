using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Api;

/// <summary>Notes the day a token was last used, beside the request: nobody waits for it, and reading goes on while somebody writes.</summary>
internal sealed class TokenDays(IServiceScopeFactory scopes, ILogger<TokenDays> log)
{
    private readonly ConcurrentDictionary<Guid, DateOnly> noted = new();

    public void Remember(AccessToken token, DateOnly today)
    {
        if (token.UsedOn != today && (!noted.TryGetValue(token.Id, out var day) || day != today))
        {
            noted[token.Id] = today;
            _ = Task.Run(() => NoteAsync(token, today));
        }
    }

    private async Task NoteAsync(AccessToken token, DateOnly today)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
            await db.InTransactionAsync(
                () => db.AccessTokens.Where(t => t.Congress == token.Congress && t.Id == token.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedOn, today)), _ => true);
        }
        catch (Exception e) when (e is BusyException or DbException or ObjectDisposedException)
        {
            noted.TryRemove(token.Id, out _); // The next request tries again.
            log.LogWarning(e, "The day a token was last used could not be noted.");
        }
    }
}
