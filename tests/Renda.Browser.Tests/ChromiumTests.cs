using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Renda.Browser.Tests;

public sealed class ChromiumTests(Site site)
{
    [Fact]
    public async Task The_site_answers_and_shows_nothing_to_strangers()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        var health = await client.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken);
        Assert.Equal("ok", health.GetProperty("status").GetString());
        using var home = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
        Assert.StartsWith("/sign-in", new Uri(new Uri(site.Address), home.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void The_browser_is_here_or_the_journeys_say_why()
    {
        var why = $"Browser tests were left out: there is no Chromium at {Chromium.Wanted} (RENDA_TEST_BROWSER names another).";
        if (Chromium.Path is null && Environment.GetEnvironmentVariable("RENDA_TEST_ALL") is { Length: > 0 })
        {
            Assert.Fail(why);
        }

        Assert.SkipUnless(Chromium.Path is not null, why);
    }
}
