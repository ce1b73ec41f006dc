using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Public;
using Renda.Platform.Texts;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>The form by which somebody comments on an article, or on the whole of a draft.</summary>
[Public("whoever wants to comment on a draft needs no account")]
[IgnoreAntiforgeryToken] // Nobody's rights are used here; the form's own ticket says where it comes from, and needs no cookie.
internal sealed class CommentModel(PublicRounds rounds, FixedTexts texts, PublicDesk desk, Tickets tickets, CommentLimits limits, ConsultationSettings settings, TimeProvider time) : PageModel
{
    public Congress Congress { get; private set; } = null!;

    public ConsultationRound Round { get; private set; } = null!;

    /// <summary>Null for the draft as a whole.</summary>
    public DraftArticle? Article { get; private set; }

    public string Ticket { get; private set; } = "";

    public string? Website { get; private set; }

    /// <summary>The receipt of what was just taken in.</summary>
    public string? Code { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public bool Open => Round.IsOpen(time.Today());

    public int KeptDays => settings.SendersKeptDays;

    private string Name { get; set; } = "";

    private string Reach { get; set; } = "";

    public IReadOnlyList<FieldModel> Fields =>
    [
        new FieldModel("text", "意见", "long-text", true, $"建议怎样改、为什么，最多 {Said.Longest} 字。", Text, [], [], Said.Longest, Refusals.FirstOrDefault(r => r.Field == "text")?.Sentence, null),
        Asked.Text("name", "姓名", Name, Refusals, required: false, help: "可以不填。", max: Said.LongestName),
        Asked.Text("reach", "联系方式", Reach, Refusals, required: false, help: "电话或者电子邮箱，可以不填。", max: Said.LongestReach),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, string? on)
    {
        if (!await FindAsync(id, on))
        {
            return NotFound();
        }

        Ticket = tickets.Make(id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? on, string? text, string? name, string? reach, string? website, string? ticket)
    {
        if (id == Guid.Empty)
        {
            return BadRequest(); // With a form that cannot be read, nothing of the request is; no browser sends one.
        }

        if (!await FindAsync(id, on))
        {
            return NotFound();
        }

        (Text, Name, Reach, Website) = (Cleaning.Text(text), Cleaning.Line(name), Cleaning.Line(reach), website);
        var (read, fault) = tickets.Read(ticket, id);
        var answer = Early(fault) ?? await TakenAsync(read!);
        Code = answer.Code;
        if (Code is null)
        {
            Refusals = [.. answer.Refusals.Select(r => new RefusalItem(r.Sentence, r.Field, null, r.Remedy))];
            // Whoever only has to press again keeps the ticket, and with it the one comment it stands for.
            Ticket = !answer.Anew && (fault is null or TicketFault.TooSoon) ? ticket! : tickets.Make(id);
            Response.StatusCode = answer.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        }

        ModelState.Clear();
        return Page();
    }

    private Answer? Early(TicketFault? fault) => fault switch
    {
        TicketFault.TooSoon => Answer.No("提交得太快，还没有收下。", "请核对一遍填写的内容，再按“提交”。"),
        TicketFault.TooLate => Answer.No("这一页打开的时间太长，还没有收下。", "您填写的内容还在，请核对后再按“提交”。"),
        TicketFault.Unreadable => Answer.No("这份表单不是从这一页来的，还没有收下。", "您填写的内容还在，请核对后再按“提交”。"),
        _ when Text.Length == 0 => Answer.No("没有填写意见。", field: "text"),
        _ when Text.Length > Said.Longest => Answer.No($"意见最多 {Said.Longest} 字，现有 {Text.Length} 字。", "请精简，或者分成几条提交。", "text"),
        _ when Name.Length > Said.LongestName => Answer.No($"“姓名”最多 {Said.LongestName} 字。", field: "name"),
        _ when Reach.Length > Said.LongestReach => Answer.No($"“联系方式”最多 {Said.LongestReach} 字。", field: "reach"),
        // Last: a request that only looks like the form uses up nobody's share.
        _ when !limits.LetsWrite(HttpContext) => Answer.No("从您这个网络地址提交得太多，这一条还没有收下。", "您填写的内容还在，请过一会儿再按“提交”。") with { TooMany = true },
        _ => null,
    };

    private async Task<Answer> TakenAsync(Ticket read)
    {
        Answer answer;
        try
        {
            answer = await desk.TakeAsync(Round, Article, Text, Name, Reach, read, Doubts.Of(Website, Text));
        }
        catch (BusyException)
        {
            answer = Answer.No($"{Busy.Sentence}这一条还没有收下。", "您填写的内容还在，请过一会儿再按“提交”。") with { TooMany = true };
        }

        if (answer.TooMany)
        {
            HourlyLimit.RetryAfter(HttpContext, PublicDesk.Wait);
        }

        return answer;
    }

    private async Task<bool> FindAsync(Guid id, string? on)
    {
        if (await rounds.FindAsync(id, null) is not (var congress, var round))
        {
            return false;
        }

        (Congress, Round) = (congress, round);
        Article = string.IsNullOrEmpty(on) ? null : (await Draft.LoadAsync(texts, round))?.Find(on);
        return string.IsNullOrEmpty(on) || Article is not null;
    }
}
