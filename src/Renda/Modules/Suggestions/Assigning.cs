using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>The units a suggestion is handed to, and who coordinates them. Parties follow from the open children,
/// so a unit that gave a suggestion back no longer sees it.</summary>
internal static class Assigning
{
    public static IReadOnlyList<Refusal> Refuse(Acting acting)
    {
        if (acting.Moved.Step.Id != "reassign" || acting.Moved.Given.One("unit") is not { } unit)
        {
            return [];
        }

        var taken = acting.Family!.Children.FirstOrDefault(c => !Left(c.Matter) && c.Matter.UnitId == Guid.Parse(unit));
        return taken is null ? []
            : [new Refusal($"{taken.Matter.Title}已经在承办此件。", "unit", acting.Moved.Step.Basis, "请选择其他单位。")];
    }

    public static async Task AssignedAsync(Acting acting)
    {
        var family = acting.Family!;
        var congress = family.Root.Matter.Congress;
        var ids = family.Children.Select(c => c.Matter.UnitId).ToList();
        var coordinators = await acting.Db.Units.Where(u => u.Congress == congress && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.CoordinatorId);
        var office = await acting.Db.Congresses.Where(c => c.Code == congress).Select(c => c.OfficeUnitId).SingleAsync();
        Guid Coordinator(Matter child) => coordinators[child.UnitId!.Value] ?? office;

        foreach (var child in family.Children)
        {
            Set(acting, child, Left(child.Matter) ? [] : [("unit", child.Matter.UnitId!.Value), ("coordinator", Coordinator(child.Matter))]);
        }

        var open = family.Children.Where(c => !Left(c.Matter)).ToList();
        Set(acting, family.Root,
        [
            .. open.Select(c => (c.Matter.Part == "lead" ? "lead-unit" : "assisting-unit", c.Matter.UnitId!.Value)),
            .. open.Where(c => c.Matter.Part == "lead").Select(c => ("coordinator", Coordinator(c.Matter))),
            .. open.Where(c => c.Matter.Part != "lead").Select(c => ("assisting-coordinator", Coordinator(c.Matter))).Distinct(),
        ]);
        family.Root.Matter.UnitId = open.FirstOrDefault(c => c.Matter.Part == "lead")?.Matter.UnitId;
    }

    public static bool Left(Matter child) => child.Stage is "reassigned" or "released";

    // Units alone; people's parts are not touched.
    private static void Set(Acting acting, Loaded member, IReadOnlyList<(string Role, Guid Unit)> wanted)
    {
        foreach (var gone in member.Parties.Where(p => p.UnitId is { } unit && !wanted.Contains((p.Role, unit))).ToList())
        {
            member.Parties.Remove(gone);
            acting.Db.Parties.Remove(gone);
        }

        foreach (var (role, unit) in wanted.Where(w => member.Parties.All(p => (p.Role, p.UnitId) != (w.Role, w.Unit))))
        {
            var party = new Party { Congress = member.Matter.Congress, MatterId = member.Matter.Id, Role = role, UnitId = unit };
            member.Parties.Add(party);
            acting.Db.Parties.Add(party);
        }
    }
}
