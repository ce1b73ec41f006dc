using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Public;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>What became of a comment, as whoever wrote it is told.</summary>
/// <param name="Result">Null until the public has been told.</param>
internal sealed record CommentReceipt(ConsultationRound Round, PublicComment Comment, CommentDisposition? Result);

/// <summary>Looks up a comment by its receipt code.</summary>
internal sealed class CommentReceipts(RendaDb db)
{
    /// <summary>Null for a code nobody was given.</summary>
    public async Task<CommentReceipt?> FindAsync(string? typed)
    {
        var hash = ReceiptCode.Hash(typed);
        var congresses = await db.Congresses.Select(c => c.Code).ToListAsync();
        if (await db.PublicComments.AsNoTracking().SingleOrDefaultAsync(c => congresses.Contains(c.Congress) && c.Receipt == hash) is not { } comment || await db.RoundAsync(comment.Congress, comment.MatterId, comment.Round) is not { } round)
        {
            return null;
        }

        var result = round.ToldOn is null ? null : await db.CommentDispositions.AsNoTracking().SingleOrDefaultAsync(d => d.Congress == comment.Congress && d.Id == comment.DispositionId);
        return new CommentReceipt(round, comment, result);
    }
}
