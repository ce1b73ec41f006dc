using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Legislation.Consultation.Grouping;
using Renda.Platform;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>What somebody wrote about a draft, cleaned, however it came.</summary>
internal sealed record Said(DraftArticle? On, string Text, string Name, string Reach, CommentSource Source, Guid Key)
{
    public const int Longest = 2000;
    public const int LongestName = 40;
    public const int LongestReach = 80;

    public string? Receipt { get; init; }

    public string? Doubt { get; init; }

    public Guid? Paper { get; init; }

    /// <summary>The day it reached the office; null for now.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>Takes comments in, whichever way they came, each with its group and its sender's particulars aside.</summary>
internal sealed class Intake(RendaDb db, Grouper grouper, TimeProvider time)
{
    /// <summary>Adds a comment to an open round, in a transaction that has it locked. False where this key has brought one already.</summary>
    public async Task<bool> AddAsync(ConsultationRound round, Said said)
    {
        if (await db.PublicComments.AnyAsync(c => c.Congress == round.Congress && c.Key == said.Key))
        {
            return false;
        }

        var now = time.GetUtcNow();
        var (place, article) = (said.On?.Place ?? 0, said.On?.Label ?? "");
        var wording = Wording.Of(said.Text);
        var comment = new PublicComment
        {
            Congress = round.Congress,
            Id = Guid.CreateVersion7(now),
            MatterId = round.MatterId,
            Round = round.Round,
            Place = place,
            Anchor = said.On?.Anchor ?? "",
            Article = article,
            Text = said.Text,
            Source = said.Source,
            At = now.UtcDateTime,
            On = said.Day ?? time.Today(),
            Key = said.Key,
            Receipt = said.Receipt,
            Wording = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording.Plain)).AsSpan(0, 16)),
            PaperId = said.Paper,
            Doubt = said.Doubt,
            GroupId = await grouper.PutAsync(round, place, article, said.Text, wording, Guid.CreateVersion7(now)),
        };
        db.PublicComments.Add(comment);
        if (said.Name.Length + said.Reach.Length > 0)
        {
            db.CommentSenders.Add(new CommentSender { Congress = round.Congress, CommentId = comment.Id, MatterId = round.MatterId, Name = Or(said.Name), Reach = Or(said.Reach) });
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear(); // A list brings many.
        return true;
    }

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
