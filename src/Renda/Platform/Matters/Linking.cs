using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Matters that name others, so that each can be found from the other.</summary>
internal static class Linking
{
    public static async Task FollowAsync(RendaDb db, Matter matter, Decision.Moved moved)
    {
        foreach (var target in Guards.Named(moved).Where(t => t != matter.Id))
        {
            if (await db.Links.FindAsync(matter.Congress, target, matter.Id) is null)
            {
                db.Links.Add(new Link { Congress = matter.Congress, TargetId = target, MatterId = matter.Id });
            }
        }
    }
}
