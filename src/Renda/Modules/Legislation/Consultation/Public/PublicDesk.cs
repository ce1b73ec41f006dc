using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Public;
using Renda.Procedures;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>The answer to a comment: the code of its receipt, or why it was not taken in.</summary>
/// <param name="Anew">The form has been taken in with another text; what is on it now needs a form of its own.</param>
internal sealed record Answer(string? Code, IReadOnlyList<Refusal> Refusals, bool TooMany = false, bool Anew = false)
{
    public static Answer No(string sentence, string? remedy = null, string? field = null) => new(null, [new Refusal(sentence, field, null, remedy)]);
}

/// <summary>Takes in what the public writes, once for each form, as long as the round is open and there is room.</summary>
internal sealed class PublicDesk(RendaDb db, Intake intake, ConsultationSettings settings, TimeProvider time)
{
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public Task<Answer> TakeAsync(ConsultationRound shown, DraftArticle? on, string text, string name, string reach, Ticket ticket, string? doubt) => db.InTransactionAsync(async () =>
    {
        var round = (await Rounds.LockAsync(db, shown.Congress, shown.MatterId, shown.Round))!;
        var code = ReceiptCode.Write(ticket.Code);
        if (await db.PublicComments.AsNoTracking().SingleOrDefaultAsync(c => c.Congress == round.Congress && c.Key == ticket.Key) is { } taken)
        {
            // The same form again gets the same receipt, however much has come in meanwhile.
            return taken.Text == text && taken.Anchor == (on?.Anchor ?? "") ? new Answer(code, [])
                : Answer.No("这份表单先前已经提交过一次，这次的内容与那次不同，还没有收下。", "要作为另一条意见的，再按一次“提交”。") with { Anew = true };
        }

        if (!round.IsOpen(time.Today()))
        {
            return Answer.No("征求意见已经结束，这一条没有收下。", "您填写的内容还在，可以向法制工作机构反映。");
        }

        // Counted in the database, so that all nodes count together.
        var since = time.GetUtcNow().UtcDateTime - Hour;
        if (settings.PerConsultation > 0 && await db.CommentsOf(round).CountAsync(c => c.At > since) >= settings.PerConsultation)
        {
            return Answer.No("现在提交意见的人太多，这一条还没有收下。", "您填写的内容还在，请过一会儿再按“提交”。") with { TooMany = true };
        }

        await intake.AddAsync(round, new Said(on, text, name, reach, CommentSource.Web, ticket.Key) { Receipt = ReceiptCode.Hash(code), Doubt = doubt });
        return new Answer(code, []);
    }, answer => answer.Code is not null);
}
