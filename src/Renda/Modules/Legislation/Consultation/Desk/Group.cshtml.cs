using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Public;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>A decision as it is shown.</summary>
internal sealed record DecisionRow(CommentDisposition Made, string Who);

/// <summary>The wordings of a group, what became of it, and the form that disposes of it; the next one stands ready.</summary>
[Needs(LegislationModule.ReadComments)]
internal sealed class GroupModel(RendaDb db, RuleShelf rules, CommentLists lists, Disposing disposing) : ActorPage
{
    public ConsultationRound Round { get; private set; } = null!;

    public CommentGroup Group { get; private set; } = null!;

    public GroupFilter Filter { get; private set; } = null!;

    public IReadOnlyList<WordingRow> Wordings { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];

    public Guid? NextGroup { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public string? Result { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid Key { get; } = Guid.CreateVersion7();

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public Deciding Form => new(
        Address(Group.Id), Group.Open > 0 ? $"处理这一组未处理的 {Group.Open} 条" : $"改变这一组 {Group.Size} 条的处理结果", Result, Reason, Key, Decisions.Count > 0 ? Decisions[0].Made.Id : null, Refusals);

    public bool CanKeep => Actor.Has([Posts.LegalClerk, Posts.LegalHead]) && Round.ToldOn is null;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid group, int? round, int? place, bool open, string? after)
    {
        if (!await FindAsync(id, group, round, place, open))
        {
            return NotFound();
        }

        await ShowAsync(after);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid group, int? round, int? place, bool open, string? result, string? reason, Guid key, Guid? seen)
    {
        if (!await FindAsync(id, group, round, place, open))
        {
            return NotFound();
        }

        if (!Actor.Has([Posts.LegalClerk, Posts.LegalHead]))
        {
            return Forbid();
        }

        (Result, Reason) = (result, Cleaning.Text(reason));
        var (count, refusals) = await disposing.TakeAsync(Actor, Round, new Decided(group, null, Enum.TryParse<CommentResult>(result, out var chosen) && Enum.IsDefined(chosen) ? chosen : null, Reason, key, seen));
        if (refusals.Count > 0)
        {
            Refusals = refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await FindAsync(id, group, round, place, open);
            await ShowAsync(null);
            ModelState.Clear();
            return Page();
        }

        var next = await lists.NextAsync(Round, Filter, Group);
        Notice($"{Words.Article(Group.Article)}的一组意见，{count} 条处理为“{Words.Of(chosen)}”。{(next is null ? "没有未处理的了。" : "")}");
        return Redirect(next is { } onward ? Address(onward) : $"/matters/{id}/comments{Filter.Query()}");
    }

    public string Address(Guid group, string? after = null) => $"/matters/{Round.MatterId}/comments/groups/{group}{Filter.Query(after)}";

    private async Task<bool> FindAsync(Guid id, Guid group, int? round, int? place, bool open)
    {
        if (await DeskPage.FindAsync(db, rules, Actor, id, round) is not { } found || await lists.GroupAsync(found, group) is not { } there)
        {
            return false;
        }

        (Round, Group, Filter) = (found, there, new GroupFilter(found.Round, place, open));
        return true;
    }

    private async Task ShowAsync(string? after)
    {
        var cursor = CommentLists.ReadCount(after);
        var page = await lists.WordingsAsync(Group, cursor);
        Wordings = [.. page.Take(CommentLists.PageSize)];
        Next = page.Count > Wordings.Count ? Address(Group.Id, $"{Wordings[^1].Count}-{Wordings[^1].First.Wording}") : null;
        First = cursor is null ? null : Address(Group.Id);
        var made = await db.CommentDispositions.AsNoTracking().Where(d => d.Congress == Round.Congress && d.GroupId == Group.Id).OrderByDescending(d => d.Id).Take(20).ToListAsync();
        List<Guid> ids = [.. made.Select(m => m.PersonId).Distinct()];
        var names = await db.People.Where(p => p.Congress == Round.Congress && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        Decisions = [.. made.Select(m => new DecisionRow(m, names.GetValueOrDefault(m.PersonId, "")))];
        NextGroup = await lists.NextAsync(Round, Filter, Group);
    }
}
