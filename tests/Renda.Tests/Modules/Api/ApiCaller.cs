using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform;
using Xunit;

namespace Renda.Tests.Modules.Api;

/// <summary>Another program with a token.</summary>
internal sealed partial class ApiCaller(Uri address, string? token) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    /// <summary>Signs in as somebody and makes a token on the page.</summary>
    public static async Task<ApiCaller> AsAsync(DemoSite site, string user, params string[] scopes)
    {
        using var browser = await site.SignInAsync(user);
        return new ApiCaller(site.Address, await MakeAsync(site, browser, scopes.Length == 0 ? ["read", "act"] : scopes));
    }

    public static async Task<string> MakeAsync(DemoSite site, SiteClient browser, string[] scopes, int days = 30)
    {
        var page = await browser.PostFormAsync("/tokens", [("Name", "试验程序"), .. scopes.Select(s => ("Scopes", s)), ("LastDay", $"{Today(site).AddDays(days):yyyy-MM-dd}")], handler: "Make");
        return Token().Match(page.Html).Value is { Length: > 0 } text ? text : throw new InvalidOperationException(page.Text);
    }

    public static DateOnly Today(DemoSite site) => site.Services.GetRequiredService<TimeProvider>().Today();

    public Task<ApiReply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<ApiReply> PostAsync(string path, object body) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) });

    public Task<ApiReply> PostAsync(string path, HttpContent content) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    public async Task<ApiReply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Authorization ??= token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new ApiReply(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, response.Headers.Location?.ToString());
        }
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("renda_[A-Za-z0-9_-]{64}", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

/// <summary>An answer as it came.</summary>
internal sealed record ApiReply(HttpStatusCode Status, string? MediaType, string Text, string? Location)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement this[string property] => Json.GetProperty(property);

    public IEnumerable<JsonElement> Items => this["items"].EnumerateArray();

    /// <summary>What was refused, as one text.</summary>
    public string Sentences => string.Join(' ', this["errors"].EnumerateArray().Select(e => e.GetProperty("sentence").GetString()).Prepend(this["title"].GetString()));

    /// <summary>A refusal must be one that a program can read.</summary>
    public ApiReply Refused(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal((int)status, this["status"].GetInt32());
        Assert.NotEmpty(this["title"].GetString()!);
        Assert.NotEmpty(this["detail"].GetString()!);
        return this;
    }

    public ApiReply Answered(HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
