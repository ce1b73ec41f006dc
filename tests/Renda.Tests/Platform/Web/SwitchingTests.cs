using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Renda.Platform.Web;
using Xunit;

namespace Renda.Tests.Platform.Web;

public sealed class SwitchingTests
{
    /// <summary>Nobody answers there.</summary>
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2";

    [Fact]
    public async Task A_form_the_database_was_lost_under_comes_back_with_what_was_typed_and_one_button()
    {
        var (status, page) = await LostUnderAsync("key=k-1&body=%3Cb%3E%E5%86%99%E4%BA%86%E5%8D%8A%E5%B0%8F%E6%97%B6%3C%2Fb%3E");
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, status);
        Assert.Contains("""<form method="post" action="/matters/1?from=2">""", page, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="body" value="&lt;b&gt;写了半小时&lt;/b&gt;">""", page, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="key" value="k-1">""", page, StringComparison.Ordinal);
        Assert.Contains("再次提交", page, StringComparison.Ordinal);
        Assert.Contains("不会办两次", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_password_is_given_back()
    {
        var (_, page) = await LostUnderAsync("UserName=clerk&Password=renda-secret");
        Assert.DoesNotContain("renda-secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("再次提交", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_a_page_opens_itself_again()
    {
        await using var node = await StartAsync("--Renda:Postgres", Nowhere);
        using var http = Client(node);
        using var answer = await http.GetAsync("/public/laws", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("http-equiv=\"refresh\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_to_send_the_same_key_again()
    {
        await using var node = await StartAsync("--Renda:Postgres", Nowhere);
        using var http = Client(node);
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Renda.Platform.Access.TokenText.New(Guid.CreateVersion7())}");
        using var answer = await http.PostAsJsonAsync("/api/matters", new { }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("同一个 key", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alive_without_a_database_and_not_ready()
    {
        await using var node = await StartAsync("--Renda:Postgres", Nowhere);
        using var http = Client(node);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode);
        using var ready = await http.GetAsync("/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("database", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_told_to_stop_says_so_and_goes_on_answering()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await using var node = office.Node("--urls", "http://127.0.0.1:0", "--Renda:Drain", "2", "--Renda:Backup:At", "02:00");
        await node.StartAsync(TestContext.Current.CancellationToken);
        using var http = Client(node);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/ready", TestContext.Current.CancellationToken)).StatusCode);
        var stopping = node.StopAsync(TestContext.Current.CancellationToken);
        using var ready = await http.GetAsync("/ready", TestContext.Current.CancellationToken);
        Assert.Contains("draining", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/public/laws", TestContext.Current.CancellationToken)).StatusCode);
        await stopping;
    }

    private static async Task<(int Status, string Page)> LostUnderAsync(string form)
    {
        await using var node = RendaApp.Create(["--Renda:Postgres", Nowhere, "--Logging:LogLevel:Default", "None"]);
        var http = new DefaultHttpContext { RequestServices = node.Services };
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = ("POST", "/matters/1", new QueryString("?from=2"));
        (http.Request.ContentType, http.Request.Body) = ("application/x-www-form-urlencoded", new MemoryStream(Encoding.UTF8.GetBytes(form)));
        using var page = new MemoryStream();
        http.Response.Body = page;
        await Switching.AnswerAsync(http, _ => throw new NpgsqlException("x", new IOException()));
        return (http.Response.StatusCode, Encoding.UTF8.GetString(page.ToArray()));
    }

    private static async Task<WebApplication> StartAsync(params string[] settings)
    {
        var node = RendaApp.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", .. settings]);
        await node.StartAsync(TestContext.Current.CancellationToken);
        return node;
    }

    private static HttpClient Client(WebApplication node) =>
        new() { BaseAddress = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
}
