using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>Finds rounds of consultation, and keeps what comes to one in a line.</summary>
internal static class Rounds
{
    /// <summary>The latest of a regulation, or the one asked for; null where there is none.</summary>
    public static Task<ConsultationRound?> RoundAsync(this RendaDb db, int congress, Guid matter, int? round = null) =>
        db.Consultations.AsNoTracking().Where(c => c.Congress == congress && c.MatterId == matter && (round == null || c.Round == round)).OrderByDescending(c => c.Round).FirstOrDefaultAsync();

    /// <summary>All of a regulation, the latest first.</summary>
    public static Task<List<ConsultationRound>> RoundsAsync(this RendaDb db, int congress, Guid matter) =>
        db.Consultations.AsNoTracking().Where(c => c.Congress == congress && c.MatterId == matter).OrderByDescending(c => c.Round).ToListAsync();

    /// <summary>Keeps others that write to this round waiting until the transaction ends: each comment is grouped with all before it,
    /// and none comes in while the round is being closed. SQLite has one writer anyway.</summary>
    public static async Task<ConsultationRound?> LockAsync(RendaDb db, int congress, Guid matter, int round)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM consultations WHERE congress = {congress} AND matter_id = {matter} AND round = {round} FOR UPDATE");
        }

        return await db.RoundAsync(congress, matter, round);
    }

    public static IQueryable<PublicComment> CommentsOf(this RendaDb db, ConsultationRound round) =>
        db.PublicComments.AsNoTracking().Where(c => c.Congress == round.Congress && c.MatterId == round.MatterId && c.Round == round.Round);

    public static IQueryable<CommentGroup> GroupsOf(this RendaDb db, ConsultationRound round) =>
        db.CommentGroups.AsNoTracking().Where(g => g.Congress == round.Congress && g.MatterId == round.MatterId && g.Round == round.Round);
}
