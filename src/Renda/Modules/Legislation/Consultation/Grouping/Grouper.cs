using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Legislation.Consultation.Grouping;

/// <summary>
/// Puts each comment with those worded like it, in the transaction that takes it in: that is one look into an index and a few
/// comparisons, whatever has come before, so nothing waits for a round in the background, and what a press disposes of is all there is.
/// A comment is compared with the first of a group alone; so a group never drifts from text to text, and who came later changes nothing
/// for who came before.
/// </summary>
internal sealed class Grouper(RendaDb db)
{
    /// <summary>The share of their pairs of characters that two comments must have in common.</summary>
    public const double Alike = 0.6;

    private const int MostCompared = 48;

    /// <summary>The group a comment belongs to, one larger; a new one where none is like it. With the consultation locked.</summary>
    /// <param name="id">Of the group, if it is new.</param>
    public async Task<Guid> PutAsync(ConsultationRound round, int place, string article, string text, Wording wording, Guid id)
    {
        var keys = Sketch.Of(wording, round.Round, place);
        CommentGroup? best = null;
        var most = Alike;
        foreach (var group in await NearAsync(round, keys))
        {
            var lead = Wording.Of(group.Lead);
            if (group.Place == place && lead.Turns == wording.Turns && lead.Likeness(wording) is var like && (best is null ? like >= most : like > most))
            {
                (best, most) = (group, like);
            }
        }

        if (best is not null)
        {
            await db.CommentGroups.Where(g => g.Congress == best.Congress && g.Id == best.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Size, g => g.Size + 1).SetProperty(g => g.Open, g => g.Open + 1));
            return best.Id;
        }

        db.CommentGroups.Add(new CommentGroup { Congress = round.Congress, Id = id, MatterId = round.MatterId, Round = round.Round, Place = place, Article = article, Lead = text, Size = 1, Open = 1 });
        db.CommentBands.AddRange(keys.Select(k => new CommentBand { Congress = round.Congress, MatterId = round.MatterId, Band = k, GroupId = id }));
        return id;
    }

    private async Task<IReadOnlyList<CommentGroup>> NearAsync(ConsultationRound round, long[] keys)
    {
        var near = await db.CommentBands.Where(b => b.Congress == round.Congress && b.MatterId == round.MatterId && keys.Contains(b.Band)).Select(b => b.GroupId).Distinct().OrderBy(id => id).Take(MostCompared).ToListAsync();
        return near.Count == 0 ? [] : await db.CommentGroups.AsNoTracking().Where(g => g.Congress == round.Congress && near.Contains(g.Id)).OrderBy(g => g.Id).ToListAsync();
    }
}
