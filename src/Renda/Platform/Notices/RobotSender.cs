using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Notices;

/// <summary>Posts a unit's reminders of a day to its group, by the robot the group has made for it (企业微信、钉钉 群机器人).</summary>
internal sealed class RobotSender(RendaDb db, Robots robots, TimeProvider time) : ISend
{
    private const int MostBytes = 2000; // WeCom takes 2048.

    // Busy, or too many in a minute: WeCom's and DingTalk's codes for it.
    private static readonly int[] Passing = [-1, 45009, 130101, 130103, 410100];

    public Channel Channel => Channel.Robot;

    public async Task<Sending?> SendAsync(Delivery delivery, CancellationToken stop)
    {
        var unit = await db.Units.AsNoTracking().Where(u => u.Congress == delivery.Congress && u.Id == delivery.Target).Select(u => u.Name).SingleOrDefaultAsync(stop);
        if (unit is null || (await robots.ByUnitAsync(db, delivery.Congress, stop)).GetValueOrDefault(delivery.Target) is not { } robot)
        {
            return null;
        }

        var lines = await (
            from n in db.Notices.AsNoTracking().Where(n => n.Congress == delivery.Congress && n.UnitId == delivery.Target && n.PostId == delivery.Id)
            join m in db.Matters.Where(m => !m.Private && !m.Ended) on new { n.Congress, Id = n.RootId } equals new { m.Congress, m.Id }
            orderby n.DueOn, n.RootId
            select new { n.SourceId, n.DueOn, n.Text, m.Number }).ToListAsync(stop);
        return lines.Count == 0 ? null : await PostAsync(robot, Digest.ForGroup(unit, [.. lines.DistinctBy(l => (l.SourceId, l.Text)).Select(l => (l.Number, l.Text))], MostBytes), stop);
    }

    /// <summary>The address with DingTalk's signature: HMAC-SHA256 of the instant and the secret, both its key and its text.</summary>
    public static Uri Signed(RobotSettings robot, DateTimeOffset now)
    {
        if (robot is not { Kind: RobotSettings.DingTalk, Secret: { } secret })
        {
            return robot.Url;
        }

        var at = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}\n{secret}")));
        return new Uri($"{robot.Url}{(robot.Url.Query.Length > 0 ? "&" : "?")}timestamp={at}&sign={Uri.EscapeDataString(sign)}");
    }

    private async Task<Sending> PostAsync(RobotSettings robot, string text, CancellationToken stop)
    {
        try
        {
            using var answer = await robots.Client(robot).PostAsJsonAsync(Signed(robot, time.GetUtcNow()), new Message("text", new Content(text)), stop);
            if (!answer.IsSuccessStatusCode)
            {
                var problem = $"群机器人没有接受：HTTP {(int)answer.StatusCode}。";
                return answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout ? Sending.Later(problem) : Sending.Never($"{problem}请核对机器人的地址。");
            }

            var said = await answer.Content.ReadFromJsonAsync<Answer>(stop);
            return said is null or { Code: 0 } ? Sending.Done
                : Passing.Contains(said.Code) ? Sending.Later($"群机器人暂时没有接受：{said.Code} {said.Words}")
                : Sending.Never($"群机器人没有接受：{said.Code} {said.Words}。请核对机器人的地址和密钥。");
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return Sending.Later($"群机器人的消息没有发出：{e.Message}");
        }
    }

    private sealed record Message([property: JsonPropertyName("msgtype")] string Type, [property: JsonPropertyName("text")] Content Text);

    private sealed record Content([property: JsonPropertyName("content")] string Text);

    private sealed record Answer([property: JsonPropertyName("errcode")] int Code, [property: JsonPropertyName("errmsg")] string? Words);
}
