using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>A regulation's consultation as somebody of the house may see it.</summary>
internal static class DeskPage
{
    /// <summary>Null where this person may not see the regulation, or it was never consulted on.</summary>
    public static async Task<ConsultationRound?> FindAsync(RendaDb db, RuleShelf rules, Actor actor, Guid matter, int? round) =>
        await MatterView.LoadAsync(db, rules, actor, matter) is { } view && view.Root.Matter.Id == matter && view.Root.Matter.Procedure == LegislationFlow.Id
            ? await db.RoundAsync(actor.Congress, matter, round) : null;

    public static Task<PublicComment?> CommentAsync(RendaDb db, ConsultationRound round, Guid id) => db.CommentsOf(round).SingleOrDefaultAsync(c => c.Id == id);
}
