using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Handling.Inside;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Handling.Beside;

/// <summary>A unit's reply is signed by its head: where it has one on record, the name is there already.</summary>
internal sealed class Heads(RendaDb db, TimeProvider time) : IBeside
{
    private const string SignedBy = "signed-by";

    public Task<Panel?> PanelAsync(MatterView matter, Loaded member, Step step) => Task.FromResult<Panel?>(null);

    public async Task<Particulars> StartAsync(MatterView matter, Loaded member, Step step)
    {
        var units = UnitWorkFlow.UnitsOf(matter.Actor);
        if (units.Count == 0 || step.Asks.All(f => f.Id != SignedBy))
        {
            return Particulars.Empty;
        }

        var (congress, today) = (matter.Actor.Congress, time.Today());
        var heads = await (
            from post in db.Posts
            where post.Congress == congress && units.Contains(post.UnitId) && post.Kind == Posts.UnitHead && post.From <= today && (post.To == null || post.To >= today)
            join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
            select person.Name).Distinct().Take(2).ToListAsync();
        return heads is [var head] ? Particulars.Of((SignedBy, head)) : Particulars.Empty;
    }
}
