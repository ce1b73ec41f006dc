using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Database;
using Renda.Modules.Contact.Letters;
using Renda.Modules.Contact.Opinions;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Public;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Contact.Public;

/// <summary>A deputy's own public page: who they are, what of theirs is released, and a form to write to them.</summary>
[Public("people write to their deputies without an account")]
[IgnoreAntiforgeryToken] // Nobody's rights are used here; the form's own ticket says where it comes from, and needs no cookie.
internal sealed class ShowModel(PublicDeputies deputies, IEnumerable<IPublish> published, RuleShelf rules, LetterDesk desk, Tickets tickets, AddressLimits limits, ContactSettings settings, TimeProvider time) : PageModel
{
    private const int MostPublished = 20;

    public Congress Congress { get; private set; } = null!;

    public Seat Seat { get; private set; } = null!;

    public IReadOnlyList<Published> Published { get; private set; } = [];

    /// <summary>What a letter asks; null where the rules know no letters.</summary>
    public Step? Write { get; private set; }

    public string Ticket { get; private set; } = "";

    public string? Website { get; private set; }

    /// <summary>The receipt of what was just taken in.</summary>
    public string? Code { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public int KeptDays => settings.SendersKeptDays;

    private Written Typed { get; set; } = new("", "", "", "", "", "");

    public async Task<IActionResult> OnGetAsync(Guid person)
    {
        if (!await FindAsync(person))
        {
            return NotFound();
        }

        Ticket = tickets.Make(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid person, string? title, string? kind, string? subject, string? body, string? name, string? reach, string? website, string? ticket)
    {
        if (person == Guid.Empty)
        {
            return BadRequest(); // With a form that cannot be read, nothing of the request is; no browser sends one.
        }

        if (!await FindAsync(person) || Write is null)
        {
            return NotFound();
        }

        (Typed, Website) = (new Written(Cleaning.Line(title), Cleaning.Line(kind), Cleaning.Line(subject), Cleaning.Text(body), Cleaning.Line(name), Cleaning.Line(reach)), website);
        var (read, fault) = tickets.Read(ticket, person);
        var received = Early(fault) ?? await TakenAsync(read!, website);
        Code = received.Code;
        if (Code is null)
        {
            Refusals = [.. received.Refusals.Select(r => new RefusalItem(r.Sentence, r.Field, r.Basis?.ToString(), r.Remedy))];
            // Whoever only has to press again keeps the ticket; any other answer is a new letter.
            Ticket = fault == TicketFault.TooSoon || received.TooMany ? ticket! : tickets.Make(person);
            Response.StatusCode = received.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        }

        ModelState.Clear();
        return Page();
    }

    public IEnumerable<FieldModel> Fields(Step write) =>
    [
        Asked.Choice("kind", Of(write, "kind").Title, Typed.Kind, [.. Of(write, "kind").Choices.Select(c => (c.Key, c.Value))], Refusals),
        Asked.Text("title", Of(write, "title").Title, Typed.Title, Refusals, help: "一句话说明是什么事。", max: Of(write, "title").Max!.Value),
        new FieldModel("body", Of(write, "body").Title, "long-text", true, "发生在哪里、什么情况、希望怎样解决。", Typed.Body, [], [], Of(write, "body").Max, Refusals.FirstOrDefault(r => r.Field == "body")?.Sentence, null),
        Asked.Choice("subject", Of(write, "subject").Title, Typed.Subject, [.. Of(write, "subject").Choices.Select(c => (c.Key, c.Value))], Refusals, required: false, help: "说不清的可以不选。"),
        Asked.Text("name", "姓名", Typed.Name, Refusals, required: false, help: "可以不填。", max: Written.LongestName),
        Asked.Text("reach", "联系方式", Typed.Reach, Refusals, required: false, help: "电话或者电子邮箱，可以不填。", max: Written.LongestReach),
    ];

    private Received? Early(TicketFault? fault) =>
        fault switch
        {
            TicketFault.TooSoon => Received.No("提交得太快，还没有收下。", "请核对一遍填写的内容，再按“提交”。"),
            TicketFault.TooLate => Received.No("这一页打开的时间太长，还没有收下。", "您填写的内容还在，请核对后再按“提交”。"),
            TicketFault.Unreadable => Received.No("这份表单不是从这一页来的，还没有收下。", "您填写的内容还在，请核对后再按“提交”。"),
            _ when Typed.Name.Length > Written.LongestName => Received.No($"“姓名”最多 {Written.LongestName} 字。", field: "name"),
            _ when Typed.Reach.Length > Written.LongestReach => Received.No($"“联系方式”最多 {Written.LongestReach} 字。", field: "reach"),
            // Last: a request that only looks like the form uses up nobody's share.
            _ when !limits.LetsWrite(HttpContext) => Received.No("从您这个网络地址提交得太多，这一件还没有收下。", "您填写的内容还在，请过一会儿再按“提交”。") with { TooMany = true },
            _ => null,
        };

    private async Task<Received> TakenAsync(Ticket read, string? website)
    {
        try
        {
            return await desk.TakeAsync(Congress, Typed, read, Doubts.Of(website, $"{Typed.Title}\n{Typed.Body}"));
        }
        catch (BusyException)
        {
            return Received.No($"{Busy.Sentence}这一件还没有收下。", "您填写的内容还在，请过一会儿再按“提交”。") with { TooMany = true };
        }
    }

    private async Task<bool> FindAsync(Guid person)
    {
        if (await deputies.FindAsync(person) is not { } found)
        {
            return false;
        }

        (Congress, Seat) = found;
        Write = rules.Book.Find(OpinionFlow.Id, Congress.Jurisdiction, time.Today()).Procedure?.Steps.GetValueOrDefault(OpinionFlow.Write);
        foreach (var publish in published)
        {
            Published = [.. Published, .. await publish.OfAsync(Congress.Code, person, MostPublished)];
        }

        return true;
    }

    private static Field Of(Step write, string field) => write.Asks.First(f => f.Id == field);
}
