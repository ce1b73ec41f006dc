using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Renda.Tests.Platform.Web;

/// <summary>How much and how often: large requests only where papers are taken, and no guessing of passwords by the thousand.</summary>
public sealed class RequestLimitTests
{
    [Fact]
    public async Task Only_pages_that_take_papers_read_more_than_a_megabyte()
    {
        await using var site = await DemoSite.StartAsync();
        using var visitor = site.Visit();
        var page = await visitor.PostFormAsync("/sign-in", [("UserName", "clerk"), ("Password", new string('x', 2 * 1024 * 1024))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("不能超过 1 MB", page.Text);

        using var deputy = await site.SignInAsync("deputy");
        var kept = await deputy.PostFormAsync("/suggestions/new", [("title", ""), ("body", "内容"), ("subject", "social"), ("cosigners", "")], [("papers", "说明.txt", new byte[2 * 1024 * 1024])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.Status);
    }

    [Fact]
    public async Task Who_sends_too_much_before_listening_still_hears_why()
    {
        const int size = 24 * 1024 * 1024; // More than the machine keeps for a connection nobody reads.
        await using var site = await DemoSite.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, site.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {size}\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(new byte[size], TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Contains(" 413 ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_too_often_is_asked_to_wait()
    {
        await using var site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), "--Renda:SignInsPerMinute=3");
        using var visitor = site.Visit();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.PostFormAsync("/sign-in", [("UserName", $"nobody-{i}"), ("Password", "wrong-password-1")])).Status);
        }

        var page = await visitor.PostFormAsync("/sign-in", [("UserName", "clerk"), ("Password", "renda-demo-2026")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("一分钟后再试", page.Text);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync("/sign-in")).Status);
    }
}
