using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>A clock as a page shows it.</summary>
/// <param name="Opens">For a minimum: what may be done once it is complete. It makes nobody late.</param>
internal sealed record ClockLine(string Title, MatterClock Clock, string Basis, string? Opens = null)
{
    // A window that has closed is nobody's delay (decision 0103), nor is a minimum that is over: they are no longer shown.
    public static IReadOnlyList<ClockLine> Of(MatterView view, Loaded member, DateOnly today) =>
    [
        .. from clock in view.ClocksOf(member)
           let limit = member.Procedure.Limits[clock.Limit]
           where !clock.Replaced && !(limit.Window && clock.Due < today) && !((limit.Window || limit.LeastTime) && clock.StoppedOn is not null)
           orderby clock.StoppedOn is not null, clock.Due
           select new ClockLine(limit.Title, clock, limit.Basis.ToString(), limit.LeastTime ? OpensOf(member.Procedure, limit) : null),
    ];

    private static string OpensOf(Procedure procedure, TimeLimit limit) =>
        procedure.WaitingFor(limit.Id).Where(s => s.HiddenFrom.Count == 0).Select(s => $"“{s.Title}”").ToList() is { Count: > 0 } steps ? string.Join("、", steps) : "进行下一步";
}

internal sealed record DueDates(IReadOnlyList<ClockLine> Lines, DateOnly Today);
