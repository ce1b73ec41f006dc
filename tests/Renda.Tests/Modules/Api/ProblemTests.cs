using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Renda.Tests.Modules.Api;

/// <summary>Whatever goes wrong, a program can read what and why.</summary>
public sealed class ProblemTests
{
    [Fact]
    public async Task A_request_that_cannot_be_read_is_told_why()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        foreach (var (body, told) in (IEnumerable<(string, string)>)
            [("{\"procedure\":", "读不懂"), ("", "读不懂"), ("null", "是空的"), ("{\"procedur\":\"x\"}", "$.procedur"), ("{\"step\":\"a\",\"step\":\"b\"}", "写了两遍"), ("{\"particulars\":{\"title\":{\"a\":1}}}", "$.particulars.title"), ("{\"particulars\":{\"title\":\"\\ud800\"}}", "读不懂"), ("{\"key\":\"mine\"}", "$.key")])
        {
            Assert.Contains(told, (await PostAsync(deputy, body)).Refused(HttpStatusCode.BadRequest).Sentences);
        }

        (await PostAsync(deputy, "{}", "text/plain")).Refused(HttpStatusCode.UnsupportedMediaType);
        (await PostAsync(deputy, $"{{\"procedure\":\"{new string('x', 2 * 1024 * 1024)}\"}}")).Refused(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Nobody_nothing_and_the_wrong_method_are_told_too()
    {
        await using var site = await DemoSite.StartAsync();
        using var nobody = new ApiCaller(site.Address, null);
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        foreach (var path in (string[])["/api/procedures", "/api/matters", $"/api/matters/{Guid.NewGuid()}", "/api/search?q=x", "/api/people", "/api/units"])
        {
            (await nobody.GetAsync(path)).Refused(HttpStatusCode.Unauthorized);
        }

        (await nobody.PostAsync("/api/matters", new { })).Refused(HttpStatusCode.Unauthorized);
        (await clerk.GetAsync("/api/nothing")).Refused(HttpStatusCode.NotFound);
        (await clerk.GetAsync("/api/matters/1")).Refused(HttpStatusCode.NotFound);
        (await clerk.GetAsync($"/api/matters/{Guid.NewGuid()}")).Refused(HttpStatusCode.NotFound);
        (await clerk.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/matters"))).Refused(HttpStatusCode.MethodNotAllowed);
        (await clerk.GetAsync("/api/papers")).Refused(HttpStatusCode.MethodNotAllowed);
        (await clerk.GetAsync($"/api/matters/{Guid.NewGuid()}/steps/reply")).Refused(HttpStatusCode.MethodNotAllowed);
        (await clerk.GetAsync("/api/search?q=x&before=y")).Refused(HttpStatusCode.BadRequest);
        (await clerk.GetAsync("/openapi/v9.json")).Refused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_busy_database_is_said_to_be_busy()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "renda.db")}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = other.BeginTransaction(deferred: false);
        // Reading goes on, also where it is the day's first use of the token.
        (await deputy.GetAsync("/api/matters")).Answered();
        var busy = await deputy.PostAsync("/api/matters", new { procedure = "suggestion", step = "draft", particulars = new { title = "甲", body = "乙", subject = "social" }, key = Guid.NewGuid() });
        Assert.Contains("数据库正在进行一次大的写入", busy.Refused(HttpStatusCode.ServiceUnavailable).Sentences);
    }

    [Fact]
    public async Task The_description_lists_every_address_with_its_answers()
    {
        await using var site = await DemoSite.StartAsync();
        using var nobody = new ApiCaller(site.Address, null);
        var described = (await nobody.GetAsync("/openapi/v1.json")).Answered().Json;
        var listed = described.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}")).Order().ToList();
        var mapped = site.Services.GetServices<EndpointDataSource>().SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal)}")).Order().ToList();
        Assert.Equal(10, mapped.Count);
        Assert.Equal(mapped, listed);
        foreach (var operation in described.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.True(operation.GetProperty("security")[0].TryGetProperty("token", out _));
            var responses = operation.GetProperty("responses");
            Assert.True(responses.GetProperty("401").GetProperty("content").TryGetProperty("application/problem+json", out _));
            Assert.Contains(responses.EnumerateObject(), r => r.Name[0] == '2' && r.Value.GetProperty("content").TryGetProperty("application/json", out _));
        }

        Assert.Equal("bearer", described.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        Assert.True(described.GetProperty("components").GetProperty("schemas").GetProperty("BeginAsk").GetProperty("properties").TryGetProperty("particulars", out _));
    }

    private static async Task<ApiReply> PostAsync(ApiCaller caller, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await caller.PostAsync("/api/matters", content);
    }
}
