using System.Globalization;
using Renda.Platform.Setup;

namespace Renda.Platform.Notices;

/// <summary>A group's robot (<c>Renda:Robots:0</c> and so on): WeCom's or DingTalk's.</summary>
/// <param name="Congress">The code of the congress the unit belongs to; needed where there is more than one.</param>
/// <param name="Unit">The name of the unit whose group it is; null for the deputies' office.</param>
/// <param name="Secret">What DingTalk's requests are signed with.</param>
/// <param name="Fingerprint">SHA-256 of the certificate of a gateway inside the office that no public authority vouches for.</param>
internal sealed record RobotSettings(string Kind, Uri Url, int? Congress, string? Unit, string? Secret, string? Fingerprint)
{
    public const string WeCom = "wecom";
    public const string DingTalk = "dingtalk";

    /// <exception cref="SettingException">What is written cannot be meant.</exception>
    public static IReadOnlyList<RobotSettings> Read(IConfiguration settings)
    {
        List<RobotSettings> robots = [.. settings.GetSection("Renda:Robots").GetChildren().Select(One)];
        return robots.GroupBy(r => (r.Congress, r.Unit)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new SettingException($"Renda:Robots 里“{twice.Key.Unit ?? "代表工作机构"}”写了两个机器人，一个单位只能有一个。")
            : robots;
    }

    private static RobotSettings One(IConfigurationSection robot)
    {
        var (kind, url) = (robot["Kind"], robot["Url"]);
        if (kind is not (WeCom or DingTalk))
        {
            throw new SettingException($"{robot.Path}:Kind 写的是“{kind}”，应当是 wecom（企业微信）或 dingtalk（钉钉）。");
        }

        // What is posted stays on the way it was meant for.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? new RobotSettings(kind, uri, Code(robot), Given(robot["Unit"]), Given(robot["Secret"]), Given(robot["Fingerprint"])?.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant())
            : throw new SettingException($"{robot.Path}:Url 应当是机器人的 https 地址。");
    }

    private static int? Code(IConfigurationSection robot) =>
        Given(robot["Congress"]) is not { } given ? null
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code
        : throw new SettingException($"{robot.Path}:Congress 写的是“{given}”，应当是本级人大的行政区划代码，如 370000。");

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
