using System.Globalization;
using Renda.Platform.Setup;

namespace Renda.Platform.Backup;

/// <summary>The daily backup: <c>Renda:Backup:To</c> (a directory; without it there is none), <c>Renda:Backup:At</c> (the hour in China, 02:00),
/// <c>Renda:Backup:Keep</c> (how many stay, 14).</summary>
internal sealed record BackupSettings(string? To, TimeOnly At, int Keep)
{
    private const int Usual = 14;

    public static BackupSettings Read(IConfiguration settings)
    {
        var (at, keep) = (settings["Renda:Backup:At"], settings["Renda:Backup:Keep"]);
        return new BackupSettings(
            settings["Renda:Backup:To"] is { Length: > 0 } to ? Path.GetFullPath(to) : null,
            at is not { Length: > 0 } ? new TimeOnly(2, 0) : TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
                : throw new SettingException($"Renda:Backup:At 写的是“{at}”，应当是每天几点几分，如 02:00。"),
            keep is not { Length: > 0 } ? Usual : int.TryParse(keep, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
                : throw new SettingException($"Renda:Backup:Keep 写的是“{keep}”，应当是留几份，至少 1。"));
    }

    /// <summary>The next time after now.</summary>
    public DateTime Next(DateTime now)
    {
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.InChina()).ToDateTime(At), ChinaTime.Offset).UtcDateTime;
        return today > now ? today : today.AddDays(1);
    }
}
