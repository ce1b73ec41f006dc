using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Xunit;
using static Renda.Tests.Platform.Notices.ReminderOffice;

namespace Renda.Tests.Platform.Notices;

/// <summary>Groups are told by their robots: signed, in the form the robots take, without titles.</summary>
public sealed class RobotTests
{
    private const string Secret = "SEC0123456789";

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task A_units_group_has_numbers_and_dates_signed_and_once_a_day(string database)
    {
        var time = new MovingTime(Start);
        await using var gateway = await Gateway.StartAsync();
        await using var office = await TestOffice.OpenAsync(database, time, gateway.Settings(RobotSettings.DingTalk, "省教育厅"));
        await office.HoldAsync("unithead", "省教育厅", Posts.UnitHead);
        var due = (await ClockAsync(office, await office.Assigned(), "reply")).Due;
        time.Set(due.AddDays(4));
        await using var other = office.Node(gateway.Settings(RobotSettings.DingTalk, "省教育厅"));
        await Task.WhenAll(RoundAsync(office.App.Services), RoundAsync(other.Services));
        var (query, body) = Assert.Single(gateway.Posts);
        var at = query["timestamp"].ToString();
        Assert.Equal(time.Now.ToUnixTimeMilliseconds(), long.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{at}\n{Secret}"))), query["sign"].ToString());
        Assert.Equal("abc", query["access_token"].ToString());
        using var message = JsonDocument.Parse(body);
        Assert.Equal("text", message.RootElement.GetProperty("msgtype").GetString());
        var text = message.RootElement.GetProperty("text").GetProperty("content").GetString()!;
        Assert.Contains("省教育厅", text);
        Assert.Contains($"{due:yyyy-MM-dd} 已过，逾期 4 天", text);
        Assert.DoesNotContain("农村供水", text);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 2048);
        Assert.Equal(1, text.Split("“答复”").Length - 1); // Clerk and head were told; the group hears it once.
    }

    [Fact]
    public async Task WeCom_is_not_signed_and_the_office_is_the_default()
    {
        var time = new MovingTime(Start);
        await using var gateway = await Gateway.StartAsync();
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, time, gateway.Settings(RobotSettings.WeCom, unit: null));
        time.Set((await ClockAsync(office, await office.Assigned(), "reply")).Due.AddDays(4));
        await RoundAsync(office.App.Services);
        var (query, body) = Assert.Single(gateway.Posts);
        Assert.False(query.ContainsKey("sign"));
        Assert.Contains("人事代表工作委员会", JsonDocument.Parse(body).RootElement.GetProperty("text").GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(200, """{"errcode":0,"errmsg":"ok"}""", DeliveryState.Sent, null)]
    [InlineData(200, """{"errcode":45009,"errmsg":"too often"}""", DeliveryState.Waiting, "45009")]
    [InlineData(200, """{"errcode":310000,"errmsg":"sign not match"}""", DeliveryState.Failed, "sign not match")]
    [InlineData(503, "", DeliveryState.Waiting, "503")]
    [InlineData(404, "", DeliveryState.Failed, "404")]
    [InlineData(302, "", DeliveryState.Failed, "302")]
    [InlineData(200, "<html>", DeliveryState.Waiting, "没有发出")]
    internal async Task What_the_robot_answers_decides(int status, string answer, DeliveryState state, string? said)
    {
        var time = new MovingTime(Start);
        await using var gateway = await Gateway.StartAsync();
        (gateway.Status, gateway.Answer) = (status, answer);
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, time, gateway.Settings(RobotSettings.WeCom, unit: null));
        time.Set((await ClockAsync(office, await office.Assigned(), "reply")).Due.AddDays(4));
        await RoundAsync(office.App.Services);
        var delivery = Assert.Single(await DeliveriesAsync(office));
        Assert.Equal(state, delivery.State);
        Assert.Contains(said ?? "", delivery.Error ?? "");
        Assert.Single(gateway.Posts); // A redirect is not followed.
    }

    [Fact]
    public async Task A_gateway_with_another_certificate_is_not_spoken_to()
    {
        var time = new MovingTime(Start);
        await using var gateway = await Gateway.StartAsync();
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, time, [.. gateway.Settings(RobotSettings.WeCom, unit: null)[..^1], $"--Renda:Robots:0:Fingerprint={new string('0', 64)}"]);
        time.Set((await ClockAsync(office, await office.Assigned(), "reply")).Due.AddDays(4));
        await RoundAsync(office.App.Services);
        Assert.Empty(gateway.Posts);
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await DeliveriesAsync(office)).State);
    }

    /// <summary>Stands for WeCom's or DingTalk's servers, over HTTPS with a certificate of its own.</summary>
    private sealed class Gateway(WebApplication app, string fingerprint) : IAsyncDisposable
    {
        public ConcurrentQueue<(IQueryCollection Query, string Body)> Posts { get; } = new();

        public int Status { get; set; } = 200;

        public string Answer { get; set; } = """{"errcode":0,"errmsg":"ok"}""";

        public static async Task<Gateway> StartAsync()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, TimeProvider.System.GetUtcNow().AddDays(1));
            var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
            var app = builder.Build();
            var gateway = new Gateway(app, certificate.GetCertHashString(HashAlgorithmName.SHA256));
            app.MapPost("/robot/send", gateway.TakeAsync);
            await app.StartAsync(TestContext.Current.CancellationToken);
            return gateway;
        }

        public string[] Settings(string kind, string? unit) =>
        [
            $"--Renda:Robots:0:Kind={kind}", $"--Renda:Robots:0:Url={app.Urls.First()}/robot/send?access_token=abc", $"--Renda:Robots:0:Secret={Secret}",
            .. unit is null ? Array.Empty<string>() : [$"--Renda:Robots:0:Unit={unit}"], $"--Renda:Robots:0:Fingerprint={fingerprint}",
        ];

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task TakeAsync(HttpContext http)
        {
            using var reader = new StreamReader(http.Request.Body);
            Posts.Enqueue((http.Request.Query, await reader.ReadToEndAsync()));
            http.Response.StatusCode = Status;
            http.Response.Headers.Location = Status == 302 ? "/robot/send" : default;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(Answer);
        }
    }
}
