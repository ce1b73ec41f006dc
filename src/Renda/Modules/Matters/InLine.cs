using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>The others that wait for the same step, for whoever does them one after another.</summary>
/// <param name="Next">Where the next one's form is; null after the last.</param>
/// <param name="Others">How many there are besides this one, counted up to <see cref="InLine.CountTo"/>.</param>
/// <param name="Running">The person is going through them now.</param>
internal sealed record Line(string? Next, int Others, bool Running);

/// <summary>What waits for somebody with one step, in the order of the to-do list. What was passed over stays behind and on that list.</summary>
internal sealed class InLine(RendaDb db, Addresses addresses)
{
    /// <summary>In the address or with the button: after this one, the next.</summary>
    public const string Then = "next";

    /// <summary>Nobody needs to know how many more there are.</summary>
    public const int CountTo = 200;

    /// <summary>Where the matter stands in the line; null where it does not wait for this person with this step. A grave step is thought over by itself.</summary>
    public async Task<Waiting?> PlaceAsync(MatterView matter, Loaded member, Step step)
    {
        var (congress, id) = (member.Matter.Congress, member.Matter.Id);
        var rows = step.Grave ? [] : await db.Waitings.AsNoTracking().Where(w => w.Congress == congress && w.MatterId == id && w.Step == step.Id).ToListAsync();
        var actor = matter.Actor;
        var roles = matter.Roles[id].Select(r => Waiting.RoleOf(matter.Root.Procedure.Id, r)).ToHashSet(StringComparer.Ordinal);
        return rows.FirstOrDefault(w => roles.Contains(w.Role) && (w.PersonId ?? actor.PersonId) == actor.PersonId && (w.UnitId is not { } unit || actor.Units.Contains(unit)));
    }

    public async Task<Line?> LookAsync(Waiting? place, string procedure, bool running) => place is null ? null
        : new Line(await NextAsync(place, procedure), await Others(place).Take(CountTo + 1).CountAsync(), running);

    /// <summary>The form of the one after that place: by its due date, then those without one.</summary>
    public async Task<string?> NextAsync(Waiting place, string procedure)
    {
        var here = Others(place).Where(w => w.Dated == place.Dated && w.DueOn >= place.DueOn && (w.DueOn > place.DueOn || w.Id > place.Id));
        var next = await FirstAsync(here) ?? (place.Dated ? await FirstAsync(Others(place).Where(w => !w.Dated)) : null);
        return next is { } id ? $"{addresses.Act(procedure, id, place.Step)}?then={Then}" : null;
    }

    private static Task<Guid?> FirstAsync(IQueryable<Waiting> line) =>
        line.OrderBy(w => w.DueOn).ThenBy(w => w.Id).Select(w => (Guid?)w.MatterId).FirstOrDefaultAsync();

    // One index range for each way to be waited for. A person's or a unit's own are few where the role is all deputies or all units:
    // with nothing added to it the role would lead into that larger range.
    private IQueryable<Waiting> Others(Waiting place)
    {
        var (congress, matter, role, step) = (place.Congress, place.MatterId, place.Role, place.Step);
        var waiting = db.Waitings.AsNoTracking().Where(w => w.Congress == congress && w.Step == step && w.MatterId != matter);
        return place switch
        {
            { PersonId: { } person } => waiting.Where(w => w.PersonId == person && w.Role + "" == role),
            { UnitId: { } unit } => waiting.Where(w => w.UnitId == unit && w.Role + "" == role),
            _ => waiting.Where(w => w.PersonId == null && w.UnitId == null && w.Role == role),
        };
    }
}
