using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Public;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>One comment, disposed of otherwise than its group where it needs to be, and who wrote it for those who may ask.</summary>
[Needs(LegislationModule.ReadComments)]
internal sealed class OneModel(RendaDb db, RuleShelf rules, Disposing disposing, AccountLog log) : ActorPage
{
    public ConsultationRound Round { get; private set; } = null!;

    public PublicComment Comment { get; private set; } = null!;

    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];

    public string? Result { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid Key { get; } = Guid.CreateVersion7();

    public Guid? Seen { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public bool Looked { get; private set; }

    public CommentSender? Sender { get; private set; }

    public Deciding Form => new($"{Home}/{Comment.Id}?round={Round.Round}", Comment.Result is null ? "单独处理这一条" : "改变这一条的处理结果", Result, Reason, Key, Seen, Refusals);

    public bool MayKeep => Actor.Has([Posts.LegalClerk, Posts.LegalHead]);

    public string Home => $"/matters/{Round.MatterId}/comments";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid comment, int? round) => await FindAsync(id, comment, round) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid comment, int? round, string? result, string? reason, Guid key, Guid? seen)
    {
        if (!await FindAsync(id, comment, round))
        {
            return NotFound();
        }

        if (!MayKeep)
        {
            return Forbid();
        }

        (Result, Reason) = (result, Cleaning.Text(reason));
        var (_, refusals) = await disposing.TakeAsync(Actor, Round, new Decided(Comment.GroupId, comment, Enum.TryParse<CommentResult>(result, out var chosen) && Enum.IsDefined(chosen) ? chosen : null, Reason, key, seen));
        if (refusals.Count > 0)
        {
            Refusals = refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.Clear();
            return Page();
        }

        Notice($"这一条处理为“{Words.Of(chosen)}”。");
        return Redirect($"{Home}/groups/{Comment.GroupId}?round={Round.Round}");
    }

    public async Task<IActionResult> OnPostSenderAsync(Guid id, Guid comment, int? round)
    {
        if (!await FindAsync(id, comment, round))
        {
            return NotFound();
        }

        if (!MayKeep)
        {
            return Forbid();
        }

        log.Add(Actor, $"查看提意见人的姓名和联系方式：{Round.Title} {comment}", HttpContext);
        await db.SaveChangesAsync();
        Sender = await db.CommentSenders.AsNoTracking().SingleOrDefaultAsync(s => s.Congress == Round.Congress && s.CommentId == comment);
        Looked = true;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, Guid comment, int? round)
    {
        if (await DeskPage.FindAsync(db, rules, Actor, id, round) is not { } found || await DeskPage.CommentAsync(db, found, comment) is not { } there)
        {
            return false;
        }

        (Round, Comment) = (found, there);
        var made = await db.CommentDispositions.AsNoTracking().Where(d => d.Congress == found.Congress && d.GroupId == there.GroupId).OrderByDescending(d => d.Id).Take(50).ToListAsync();
        Seen = made.Count > 0 ? made[0].Id : null;
        var own = made.Where(d => d.CommentId == comment || d.Id == there.DispositionId).ToList();
        List<Guid> ids = [.. own.Select(m => m.PersonId).Distinct()];
        var names = await db.People.Where(p => p.Congress == found.Congress && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        Decisions = [.. own.Select(m => new DecisionRow(m, names.GetValueOrDefault(m.PersonId, "")))];
        return true;
    }
}
