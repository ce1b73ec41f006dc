using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Handling.Inboxes;
using Renda.Modules.Handling.Inside;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Handling;

/// <summary>收件箱: all that waits for the unit, what is due first on top, with who inside has it.</summary>
[Needs(HandlingModule.Read)]
internal sealed class IndexModel(Inbox inbox, Signing signing, IEnumerable<ITogether> together, RuleShelf rules, TimeProvider time) : ActorPage
{
    public InboxFilter Filter { get; private set; } = InboxFilter.None;

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, InsideRow> Inside { get; private set; } = new Dictionary<Guid, InsideRow>();

    /// <summary>Where those are answered that are handled together with others.</summary>
    public Dictionary<Guid, Starting> Together { get; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public (int Late, int Soon) Counts { get; private set; }

    public DateOnly Today { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    /// <summary>Sent with the form, so that the same form never signs twice.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7();

    /// <summary>What came of signing for those that were picked.</summary>
    public IReadOnlyList<Signed>? Result { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public bool CanSign => Rows.Any(r => r.Step == InboxKinds.ToSign);

    public async Task OnGetAsync(string? kind, string? who, bool overdue, string? q, string? after) => await LoadAsync(InboxFilter.Of(kind, who, overdue, q), after);

    public async Task<IActionResult> OnPostSignAsync(string? kind, string? who, bool overdue, string? q, string[] pick, string? handler, Guid key)
    {
        var picked = pick.Select(Read).OfType<(Guid, int)>().ToList();
        if (picked.Count == 0)
        {
            Refusals = [new RefusalItem("没有选中要签收的建议。", null, null, "请在左边打勾，再按“签收选中的”。")];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else
        {
            Result = await signing.RunAsync(Actor, picked, handler, key);
            if (Result.All(r => r.Why is null))
            {
                Notice($"已签收 {Result.Count} 件。");
                return LocalRedirect($"/handling{InboxFilter.Of(kind, who, overdue, q).Query()}");
            }
        }

        ModelState.Clear();
        await LoadAsync(InboxFilter.Of(kind, who, overdue, q), after: null);
        return Page();
    }

    public string StageOf(InsideRow row) =>
        rules.Book.Find(UnitWorkFlow.Id, Actor.Jurisdiction, Today).Procedure?.Stages.FirstOrDefault(s => s.Id == row.Stage)?.Title ?? row.Stage;

    private async Task LoadAsync(InboxFilter filter, string? after)
    {
        (Today, Filter) = (time.Today(), filter);
        var cursor = Cursors.Read(after);
        var rows = await inbox.PageAsync(Actor, filter, Today, cursor);
        Rows = [.. rows.Take(Inbox.PageSize)];
        Next = rows.Count > Inbox.PageSize ? Cursors.Write(Rows[^1].AllDueOn, Rows[^1].Id) : null;
        First = cursor is null;
        Inside = await inbox.InsideAsync(Actor, Rows.Select(r => r.Id));
        foreach (var one in together)
        {
            foreach (var (suggestion, where) in await one.OfAsync(Actor, [.. Rows.Select(r => r.Suggestion).Distinct()]))
            {
                Together[suggestion] = where;
            }
        }

        People = await inbox.PeopleAsync(Actor, Today);
        var due = await inbox.DueByAsync(Actor, Today.AddDays(7));
        Counts = (due.Count(d => d < Today), due.Count(d => d >= Today));
    }

    private static (Guid, int)? Read(string pick) =>
        pick.Split(':') is [var id, var seen] && Guid.TryParse(id, out var guid) && int.TryParse(seen, out var number) ? (guid, number) : null;
}
