using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Contact.Opinions;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Procedures;

namespace Renda.Modules.Contact.Letters;

/// <summary>What somebody wrote to a deputy, cleaned.</summary>
internal sealed record Written(string Title, string Kind, string Subject, string Body, string Name, string Reach)
{
    public const int LongestName = 40;
    public const int LongestReach = 80;

    public Particulars Given(Guid deputy) => Particulars.Of(
        [.. ((string Field, string Value)[])[("title", Title), ("kind", Kind), ("subject", Subject), ("body", Body), ("to", $"{deputy}")]]);
}

/// <summary>The answer to a letter: the code of its receipt, or why it was not taken in.</summary>
internal sealed record Received(string? Code, IReadOnlyList<Refusal> Refusals, bool TooMany = false)
{
    public static Received No(string sentence, string? remedy = null, string? field = null) => new(null, [new Refusal(sentence, field, null, remedy)]);
}

/// <summary>Takes letters in: each becomes a matter at once, by an act of the public on the record, with its sender's particulars aside.</summary>
internal sealed class LetterDesk(RendaDb db, Acts acts, ContactSettings settings, TimeProvider time)
{
    private static readonly TimeSpan SameAgain = TimeSpan.FromDays(7);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="doubt">Why it may be spam; see <see cref="Letter.Doubt"/>.</param>
    public Task<Received> TakeAsync(Congress congress, Written written, Ticket ticket, string? doubt) => db.InTransactionAsync(async () =>
    {
        var code = congress.Code;
        var hash = Cleaning.Hash(written.Title, written.Body);
        // The same form again gets the same receipt, however much has come in meanwhile.
        if (!await db.Records.AnyAsync(r => r.Congress == code && r.Key == ticket.Key))
        {
            if (await FullAsync(code, ticket.About) is { } full)
            {
                return full;
            }

            var since = time.GetUtcNow().UtcDateTime - SameAgain;
            if (await db.Letters.AnyAsync(l => l.Congress == code && l.DeputyId == ticket.About && l.Text == hash && l.ArrivedAt > since))
            {
                return Received.No("内容完全相同的意见最近已经收到，不用再提交一次。", "您的情况有不同的，请写上您自己的情况再提交；查询办理情况用先前的回执码。", "body");
            }
        }

        var outcome = await acts.BeginAsync(Public(congress), OpinionFlow.Id, new ActRequest(OpinionFlow.Write, written.Given(ticket.About), Seen: null, ticket.Key));
        switch (outcome)
        {
            case Outcome.Done { Repeated: true }:
                return new Received(ReceiptCode.Write(ticket.Code), []);
            case Outcome.Done done:
                await KeepAsync(code, done.MatterId, written, ticket, hash, doubt);
                return new Received(ReceiptCode.Write(ticket.Code), []);
            default:
                return new Received(null, ((Outcome.Refused)outcome).Reasons);
        }
    }, received => received.Code is not null);

    /// <summary>Whoever comes through the public pages: nobody in particular, with nothing to see.</summary>
    private static Actor Public(Congress congress) =>
        new(congress.Code, congress.Name, congress.Jurisdiction, Guid.Empty, "群众", [new HeldPost(Guid.Empty, Posts.Public, Guid.Empty, "")], Oversight.None);

    // Counted in the database, so that all nodes count together; two letters at the same instant may be one too many.
    private async Task<Received?> FullAsync(int congress, Guid deputy)
    {
        var since = time.GetUtcNow().UtcDateTime - Hour;
        var recent = db.Letters.Where(l => l.Congress == congress && l.ArrivedAt > since);
        return (settings.PerDeputy > 0 && await recent.CountAsync(l => l.DeputyId == deputy) >= settings.PerDeputy) || (settings.Overall > 0 && await recent.CountAsync() >= settings.Overall)
            ? Received.No("现在来信太多，这一件还没有收下。", "您填写的内容还在，请过一会儿再按“提交”。") with { TooMany = true }
            : null;
    }

    private async Task KeepAsync(int congress, Guid matter, Written written, Ticket ticket, string hash, string? doubt)
    {
        db.Letters.Add(new Letter
        {
            Congress = congress,
            MatterId = matter,
            DeputyId = ticket.About,
            ArrivedAt = time.GetUtcNow().UtcDateTime,
            Receipt = ReceiptCode.Hash(ReceiptCode.Write(ticket.Code)),
            Text = hash,
            Doubt = doubt,
        });
        if (written.Name.Length + written.Reach.Length > 0)
        {
            db.LetterSenders.Add(new LetterSender { Congress = congress, MatterId = matter, Name = Or(written.Name), Reach = Or(written.Reach) });
        }

        await db.SaveChangesAsync();
    }

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
