using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Renda.Bench.Seeding;
using Renda.Database;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;

namespace Renda.Bench.Measuring;

/// <summary>How long the similar ones of a new text take to be found, by themselves and as the answer a page asks for while somebody writes.</summary>
internal static class SimilarOnes
{
    private const int WarmUps = 5;

    public static async Task MeasureAsync(Site site, Settings settings)
    {
        foreach (var who in (string[])[World.Clerk, World.Deputy, World.BigUnit, World.SmallUnit, World.Dispatcher])
        {
            await using var scope = site.Services.CreateAsyncScope();
            var actor = await ActorAsync(scope.ServiceProvider, who);
            var first = Stopwatch.StartNew();
            await FindAsync(site, actor, 0);
            Console.WriteLine($"{who}: the first took {first.Elapsed.TotalMilliseconds:N0} ms.");
            await PrintAsync($"{who}: the matcher", settings.Runs, n => FindAsync(site, actor, n));
            var client = await site.SignInAsync(who);
            var token = await TokenAsync(client);
            await PrintAsync($"{who}: POST /suggestions/similar", settings.Runs, n => PostAsync(client, token, n));
        }
    }

    private static async Task PrintAsync(string what, int runs, Func<int, Task> run)
    {
        List<double> times = [];
        var cpu = TimeSpan.Zero;
        for (var n = 0; n < WarmUps + runs; n++)
        {
            cpu = n == WarmUps ? Environment.CpuUsage.TotalTime : cpu;
            var start = Stopwatch.GetTimestamp();
            await run(n);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        times = [.. times.Skip(WarmUps).Order()];
        Console.WriteLine($"{times[times.Count / 2],8:N1} {times[times.Count * 95 / 100],8:N1} ms {cpu.TotalMilliseconds / runs,8:N1} cpu  {what}");
    }

    private static async Task FindAsync(Site site, Actor actor, int n)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (title, body) = Text(n);
        await scope.ServiceProvider.GetRequiredService<Similars>().FindAsync(actor, title, body, except: null);
    }

    private static async Task PostAsync(HttpClient client, (string Form, string Cookie) token, int n)
    {
        var (title, body) = Text(n);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/suggestions/similar")
        {
            Content = new FormUrlEncodedContent([new("title", title), new("body", body), new("__RequestVerificationToken", token.Form)]),
        };
        request.Headers.Add("Cookie", token.Cookie);
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsStringAsync();
        response.EnsureSuccessStatusCode();
    }

    // None that was seeded.
    private static (string Title, string Body) Text(int n)
    {
        var random = new Random(-1 - n);
        return (Vocabulary.Title(random), Vocabulary.Body(random));
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, string account)
    {
        var db = services.GetRequiredService<RendaDb>();
        var person = await db.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync();
        return await CurrentActor.OfPersonAsync(db, services.GetRequiredService<RuleShelf>(), World.Code, person, TimeProvider.System.Today());
    }

    // Of the form by which one signs out, which stands on every page.
    private static async Task<(string Form, string Cookie)> TokenAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        var at = html.IndexOf("value=\"", html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        var cookie = response.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("renda-form=", StringComparison.Ordinal)).Split(';')[0];
        return (html[at..html.IndexOf('"', at)], $"{cookie}; {client.DefaultRequestHeaders.GetValues("Cookie").Single()}");
    }
}
