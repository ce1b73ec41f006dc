using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Public;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>What the public said of a draft: how far each article is, and the groups, the largest first.</summary>
[Needs(LegislationModule.ReadComments)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, CommentLists lists) : ActorPage
{
    public ConsultationRound Round { get; private set; } = null!;

    public IReadOnlyList<ConsultationRound> Rounds { get; private set; } = [];

    public IReadOnlyList<ArticleCount> Articles { get; private set; } = [];

    public IReadOnlyList<(CommentResult? Result, int Count)> Results { get; private set; } = [];

    public GroupFilter Filter { get; private set; } = null!;

    /// <summary>Words looked for; null where groups are listed.</summary>
    public string? Words { get; private set; }

    public IReadOnlyList<CommentGroup> Groups { get; private set; } = [];

    public IReadOnlyList<PublicComment> Found { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public bool CanKeep => Actor.Has([Posts.LegalClerk, Posts.LegalHead]);

    public async Task<IActionResult> OnGetAsync(Guid id, int? round, int? place, bool open, string? after, string? q)
    {
        if (await DeskPage.FindAsync(db, rules, Actor, id, round) is not { } found)
        {
            return NotFound();
        }

        (Round, Filter) = (found, new GroupFilter(found.Round, place, open));
        Rounds = await db.RoundsAsync(found.Congress, id);
        Articles = await Counts.ByArticleAsync(db, found);
        Results = await Counts.ByResultAsync(db, found);
        Words = Cleaning.Line(q) is { Length: > 0 } words ? words : null;
        First = after is null ? null : Address(null);
        if (Words is not null)
        {
            var page = await lists.FindAsync(found, Words, open, CommentLists.ReadInstant(after));
            Found = [.. page.Take(CommentLists.PageSize)];
            Next = page.Count > Found.Count ? Address(CommentLists.Write(Found[^1].At, Found[^1].Id)) : null;
        }
        else
        {
            var page = await lists.GroupsAsync(found, Filter, CommentLists.ReadSize(after));
            Groups = [.. page.Take(CommentLists.PageSize)];
            Next = page.Count > Groups.Count ? Address(CommentLists.Write(Groups[^1].Size, Groups[^1].Id)) : null;
        }

        return Page();
    }

    public string Address(string? after, GroupFilter? filter = null) =>
        $"/matters/{Round.MatterId}/comments{(filter ?? Filter).Query(after)}{(Words is null ? "" : $"&q={Uri.EscapeDataString(Words)}")}";

    public string Group(Guid group) => $"/matters/{Round.MatterId}/comments/groups/{group}{Filter.Query()}";
}
