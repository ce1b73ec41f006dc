using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies.Roster;

/// <summary>The deputy's post follows the mandate (docs/decisions/0011). A mandate is a fact and may be written down late; a post is a
/// right and ends yesterday at the earliest, so that what was done keeps the post it was done under.</summary>
internal sealed class DeputyPosts(RendaDb db, TimeProvider time)
{
    public async Task<RefusalItem?> RefuseAsync(Mandate mandate)
    {
        var kinds = Posts.Administrators.ToList();
        var administers = Lasts(mandate) && await db.Posts.AnyAsync(p => p.Congress == mandate.Congress && p.PersonId == mandate.PersonId && kinds.Contains(p.Kind) && (p.To == null || p.To >= mandate.From));
        return administers ? new RefusalItem("这个人现在是系统、安全或者审计管理员，不能同时行使代表职权。", "Name", null, "请安全管理员先结束其管理员职务；是另一个同名的人，请选“另一个人”。") : null;
    }

    /// <summary>Brings the posts in line with a mandate that was added, changed or ended.</summary>
    /// <param name="lasted">It lasted before. What was over already gave no post and takes none.</param>
    public async Task FollowAsync(Mandate mandate, bool lasted)
    {
        var today = time.Today();
        if (lasted || Lasts(mandate))
        {
            Follow(mandate, await db.Posts.Where(p => p.Congress == mandate.Congress && p.PersonId == mandate.PersonId && p.Kind == Posts.Deputy && (p.To == null || p.To >= today)).ToListAsync());
        }
    }

    /// <param name="held">The deputy's posts the person holds from today on.</param>
    public void Follow(Mandate mandate, IReadOnlyCollection<Post> held)
    {
        var kept = Lasts(mandate) ? held.FirstOrDefault(p => p.UnitId == mandate.DelegationId) : null;
        foreach (var post in held.Where(p => p != kept))
        {
            post.To = time.Today().AddDays(-1);
        }

        if (kept is not null)
        {
            kept.To = mandate.To;
        }
        else if (Lasts(mandate))
        {
            db.Posts.Add(new Post { Congress = mandate.Congress, PersonId = mandate.PersonId, UnitId = mandate.DelegationId, Kind = Posts.Deputy, From = mandate.From, To = mandate.To });
        }
    }

    /// <summary>It goes on today or begins later.</summary>
    public bool Lasts(Mandate mandate) => mandate.To is null || mandate.To >= time.Today();
}
