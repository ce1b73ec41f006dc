using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Access;
using Renda.Platform.Web;
using Renda.Statutes;
using Renda.Statutes.Aligning;
using Renda.Statutes.Dated;

namespace Renda.Modules.Laws;

/// <summary>Each article of a law through all its texts: which brought it in, changed, moved or took it out.</summary>
[Needs(LawsModule.Read)]
internal sealed class HistoryModel(RendaDb db) : ActorPage
{
    public LawBook Book { get; private set; } = null!;

    public StatuteHistory? History { get; private set; }

    /// <summary>Why there is none.</summary>
    public string? None { get; private set; }

    /// <summary>The one article asked for, by its place among all there ever were; null for the list.</summary>
    public ArticleHistory? One { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int? article)
    {
        if (await LawBook.FindAsync(db, Actor.Congress, id) is not { } book)
        {
            return NotFound();
        }

        Book = book;
        (History, None) = await book.HistoryAsync(db);
        One = article is { } at && at >= 1 && at <= History?.Articles.Count ? History.Articles[at - 1] : null;
        return Page();
    }

    public string Href => $"/laws/{Book.Law.MatterId}";

    /// <summary>What it is or was called.</summary>
    public static string Name(ArticleHistory article) => (article.Last ?? article.Events[^1].From)!.Label;

    public string LabelOf(StatuteVersion version) => Book.Live.First(v => v.From == version.InForce).Label;

    public int NumberOf(StatuteVersion version) => Book.Live.First(v => v.From == version.InForce).Number;

    public static string Anchor(Article article) => Anchors.Of(article.Statute).Html(article.Node);

    public static string Said(LinkKind kind) => kind switch
    {
        LinkKind.Inserted => "增加",
        LinkKind.Amended => "修改",
        LinkKind.Renumbered => "改条号",
        LinkKind.Moved => "移动",
        LinkKind.Deleted => "删去",
        LinkKind.Split => "拆分",
        LinkKind.Merged => "合并",
        _ => "未变",
    };
}
