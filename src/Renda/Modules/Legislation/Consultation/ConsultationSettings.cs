using System.Globalization;
using Renda.Platform.Setup;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>What an office may set about consultations.</summary>
/// <param name="PerAddress">Comments an hour from one network address; counted by each node for itself. 0 for no limit, as below.</param>
/// <param name="PerConsultation">Comments an hour on one draft.</param>
/// <param name="Lookups">Receipts looked up an hour from one network address.</param>
/// <param name="SendersKeptDays">How long after the end of a consultation its senders are still known.</param>
internal sealed record ConsultationSettings(int PerAddress, int PerConsultation, int Lookups, int SendersKeptDays)
{
    private const int LongestKept = 36_500; // A hundred years.

    public static readonly ConsultationSettings Usual = new(60, 6000, 120, 365);

    public static ConsultationSettings Of(IConfiguration settings) => new(
        Number(settings, "Renda:CommentsPerAddress", Usual.PerAddress), Number(settings, "Renda:CommentsPerConsultation", Usual.PerConsultation),
        Number(settings, "Renda:ReceiptsPerAddress", Usual.Lookups), Number(settings, "Renda:SendersKeptDays", Usual.SendersKeptDays, LongestKept));

    private static int Number(IConfiguration settings, string name, int usual, int most = int.MaxValue) => settings[name] is not { Length: > 0 } given ? usual
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new SettingException($"{name} 写的是“{given}”，应当是一个整数{(most < int.MaxValue ? $"，最多 {most}" : "")}。");
}
