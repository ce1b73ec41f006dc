using Renda.Platform.Matters;

namespace Renda.Modules.Matters;

/// <summary>A clock as a page shows it.</summary>
internal sealed record ClockLine(string Title, MatterClock Clock, string Basis)
{
    // A window that has closed is nobody's delay (decision 0103): it is no longer shown.
    public static IReadOnlyList<ClockLine> Of(MatterView view, Loaded member, DateOnly today) =>
    [
        .. view.ClocksOf(member).Where(c => !c.Replaced && !(member.Procedure.Limits[c.Limit].Window && (c.StoppedOn is not null || c.Due < today)))
            .OrderBy(c => c.StoppedOn is not null).ThenBy(c => c.Due)
            .Select(c => new ClockLine(member.Procedure.Limits[c.Limit].Title, c, member.Procedure.Limits[c.Limit].Basis.ToString())),
    ];
}
