using MailKit.Security;
using MimeKit;
using Renda.Platform.Setup;

namespace Renda.Platform.Notices;

/// <summary>The office's mail server (<c>Renda:Mail</c>), and when the day's messages go out.</summary>
/// <param name="Host">Null where there is none: reminders then stay on the pages.</param>
internal sealed record MailSettings(string? Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailboxAddress From, int Hour, Uri? Site)
{
    private const int DefaultHour = 8;

    private static readonly Dictionary<string, SecureSocketOptions> Securities = new Dictionary<string, SecureSocketOptions>(StringComparer.Ordinal)
    {
        ["start"] = SecureSocketOptions.StartTls,
        ["implicit"] = SecureSocketOptions.SslOnConnect,
        ["none"] = SecureSocketOptions.None,
    };

    public bool Configured => Host is not null;

    /// <exception cref="SettingException">What is written cannot be meant.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var (mail, host) = (settings.GetSection("Renda:Mail"), Given(settings, "Renda:Mail:Host"));
        var security = Given(settings, "Renda:Mail:Tls") ?? "start";
        var from = Given(settings, "Renda:Mail:From") ?? (host is null ? "renda@localhost" : throw new SettingException("设置了 Renda:Mail:Host，还要设置 Renda:Mail:From（发件地址）。"));
        return new MailSettings(
            host,
            Number(settings, "Renda:Mail:Port", security == "implicit" ? 465 : 587, 1, 65535),
            Securities.TryGetValue(security, out var known) ? known : throw new SettingException($"Renda:Mail:Tls 写的是“{security}”，应当是 start、implicit 或 none。"),
            Given(settings, "Renda:Mail:User"),
            mail["Password"],
            MailboxAddress.TryParse(from, out var address) ? address : throw new SettingException($"Renda:Mail:From 写的是“{from}”，不是邮件地址。"),
            Number(settings, "Renda:Mail:Hour", DefaultHour, 0, 23),
            Given(settings, "Renda:Mail:Site") is not { } site ? null
                : Uri.TryCreate(site, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : throw new SettingException($"Renda:Mail:Site 写的是“{site}”，应当是本平台的网址，如 https://renda.example。"));
    }

    /// <summary>The instant from which on the messages of a day go out.</summary>
    public bool HasCome(DateTime utc) => utc.InChina().Hour >= Hour;

    private static string? Given(IConfiguration settings, string key) => string.IsNullOrWhiteSpace(settings[key]) ? null : settings[key]!.Trim();

    private static int Number(IConfiguration settings, string key, int otherwise, int least, int most) =>
        Given(settings, key) is not { } given ? otherwise
        : int.TryParse(given, out var number) && number >= least && number <= most ? number
        : throw new SettingException($"{key} 写的是“{given}”，应当是 {least} 到 {most} 的整数。");
}
