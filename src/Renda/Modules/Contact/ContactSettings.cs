using System.Globalization;
using Renda.Platform.Setup;

namespace Renda.Modules.Contact;

/// <summary>What an office may set about its public pages.</summary>
/// <param name="PublicAddress">Where the public reaches this site, such as https://renda.example.gov.cn; null where it is as the request says.</param>
/// <param name="PerAddress">Letters an hour from one network address; counted by each node for itself. 0 for no limit, as below.</param>
/// <param name="PerDeputy">Letters an hour to one deputy.</param>
/// <param name="Overall">Letters an hour to all of them.</param>
/// <param name="Lookups">Receipts looked up an hour from one network address; counted by each node for itself.</param>
/// <param name="SendersKeptDays">How long after a letter's end its sender is still known.</param>
internal sealed record ContactSettings(Uri? PublicAddress, int PerAddress, int PerDeputy, int Overall, int Lookups, int SendersKeptDays)
{
    private const int LongestKept = 36_500; // A hundred years.

    public static readonly ContactSettings Usual = new(null, 60, 100, 1000, 120, 365);

    public static ContactSettings Of(IConfiguration settings) => new(
        Address(settings["Renda:PublicAddress"]), Number(settings, "Renda:LettersPerAddress", Usual.PerAddress), Number(settings, "Renda:LettersPerDeputy", Usual.PerDeputy), Number(settings, "Renda:LettersOverall", Usual.Overall),
        Number(settings, "Renda:ReceiptsPerAddress", Usual.Lookups), Number(settings, "Renda:SendersKeptDays", Usual.SendersKeptDays, LongestKept));

    /// <summary>A path of this site as a phone reads it from a poster.</summary>
    public string Absolute(HttpRequest request, string path) =>
        PublicAddress is { } set ? $"{set.GetLeftPart(UriPartial.Path).TrimEnd('/')}{path}" : $"{request.Scheme}://{request.Host}{path}";

    private static Uri? Address(string? given) => given is not { Length: > 0 } ? null
        : Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new SettingException($"Renda:PublicAddress 写的是“{given}”，应当是 https://… 这样的网址。");

    private static int Number(IConfiguration settings, string name, int usual, int most = int.MaxValue) => settings[name] is not { Length: > 0 } given ? usual
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new SettingException($"{name} 写的是“{given}”，应当是一个整数{(most < int.MaxValue ? $"，最多 {most}" : "")}。");
}
