using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;

namespace Renda.Bench.Measuring;

/// <summary>Another program that acts for somebody, with an access token of its own.</summary>
internal static class ApiCaller
{
    public static async Task<HttpClient> AsAsync(IServiceProvider services, string account, Uri address)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var holder = await db.Users.SingleAsync(u => u.UserName == account);
        var id = Guid.CreateVersion7();
        var text = TokenText.New(id);
        var congress = await db.Congresses.Select(c => c.Code).SingleAsync();
        db.AccessTokens.Add(new AccessToken { Congress = congress, Id = id, AccountId = holder.Id, Name = "bench", Hash = TokenText.Hash(text), Scopes = "read act", MadeAt = DateTime.UnixEpoch, LastDay = TimeProvider.System.Today().AddDays(1) });
        await db.SaveChangesAsync();
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        return client;
    }
}
