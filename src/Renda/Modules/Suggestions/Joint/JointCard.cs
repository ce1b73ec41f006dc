using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>What a suggestion's page tells, its deputies too, of its being handled together with others. Of the others it tells no more than how many.</summary>
/// <param name="Href">Null for those who have no part in the joint handling.</param>
internal sealed record JointCard(Guid Id, string Title, string? Unit, int Others, bool Running, string? Reason, string? Href)
{
    /// <summary>The joint handling it stands in, or in which it was answered.</summary>
    public static async Task<JointCard?> OfAsync(RendaDb db, MatterView suggestion)
    {
        var (actor, id) = (suggestion.Actor, suggestion.Root.Matter.Id);
        var seen = db.Matters.VisibleTo(db, actor, JointFlow.Id);
        var found = await (
            from joined in db.JoinedSuggestions.AsNoTracking()
            where joined.Congress == actor.Congress && joined.SuggestionId == id && (joined.Open || joined.Left == JoinedSuggestion.Replied)
            join joint in db.Matters on new { joined.Congress, Id = joined.MatterId } equals new { joint.Congress, joint.Id }
            join unit in db.Units on new { joint.Congress, Id = joint.UnitId } equals new { unit.Congress, Id = (Guid?)unit.Id } into units
            from unit in units.DefaultIfEmpty()
            orderby joint.Id descending
            select new
            {
                joint.Id,
                joint.Title,
                Unit = unit.Name,
                joined.Open,
                Others = db.JoinedSuggestions.Count(o => o.Congress == joined.Congress && o.MatterId == joined.MatterId && o.SuggestionId != id && (o.Open || o.Left == JoinedSuggestion.Replied)),
                Seen = seen.Any(m => m.Id == joint.Id),
            }).FirstOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        var told = await db.Records.AsNoTracking().Where(r => r.Congress == actor.Congress && r.MatterId == found.Id && (r.Step == JointFlow.Join || r.Step == "add") && r.Particulars.Contains(id.ToString()))
            .OrderByDescending(r => r.Sequence).Select(r => r.Particulars).FirstOrDefaultAsync();
        var given = told is null ? null : RecordJson.ReadParticulars(told);
        return new JointCard(found.Id, found.Title, found.Unit, found.Others, found.Open, given?.One("reason") ?? given?.One("why-added"), found.Seen ? $"{Addresses.Common}/{found.Id}" : null);
    }
}

/// <summary>Which suggestions of a list are handled together with others, for those who see with which.</summary>
internal sealed class JointMarks(RendaDb db) : ITogether
{
    public async Task<IReadOnlyDictionary<Guid, Starting>> OfAsync(Actor actor, IReadOnlyCollection<Guid> matters)
    {
        var joined = await (
            from j in db.JoinedSuggestions.AsNoTracking()
            where j.Congress == actor.Congress && j.Open && matters.Contains(j.SuggestionId)
            join joint in db.Matters.AsNoTracking().VisibleTo(db, actor, JointFlow.Id) on new { j.Congress, Id = j.MatterId } equals new { joint.Congress, joint.Id }
            select new { j.SuggestionId, joint.Id, joint.Title }).ToListAsync();
        return joined.ToDictionary(j => j.SuggestionId, j => new Starting(j.Title, $"{Addresses.Common}/{j.Id}"));
    }
}
