using Microsoft.AspNetCore.Html;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Statutes;
using Renda.Statutes.Rendering;

namespace Renda.Modules.Laws.Reading;

/// <summary>A text of a law as a page shows it, to the office and to the public alike.</summary>
/// <param name="Version">Null where no text was in force on the day asked for.</param>
/// <param name="Contents">The headings, or the articles where there are none, with their anchors.</param>
internal sealed record LawPage(LawBook Book, LawVersion? Version, DateOnly On, string Path, HtmlString Html, IReadOnlyList<(string Anchor, string Title, int Articles)> Contents, IReadOnlyList<Defect> Defects, IReadOnlyList<CitedBy> CitedBy)
{
    public const string Office = "/laws";

    /// <summary>The public reads; the office compares and takes along.</summary>
    public bool ForOffice => Path == Office;

    public string Href => $"{Path}/{Book.Law.MatterId}";

    /// <param name="path">Where the library's pages are for this reader.</param>
    /// <param name="number">The text asked for; null for the one of the day.</param>
    /// <param name="asked">The day asked for; null where somebody only opens the law.</param>
    public static async Task<LawPage?> BuildAsync(RendaDb db, int congress, Guid id, string path, int? number, DateOnly? asked, DateOnly today)
    {
        if (await LawBook.FindAsync(db, congress, id) is not { } book)
        {
            return null;
        }

        var on = asked ?? today;
        var version = number is null && asked is null ? book.Nearest(on) : book.Choose(number, on);
        var cited = await Citing.ByAsync(db, book.Law, on);
        if (version is null)
        {
            return new LawPage(book, null, on, path, HtmlString.Empty, [], [], cited);
        }

        var text = await book.TextAsync(db, version);
        var html = StatutePage.Fragment(text, await Citing.ElsewhereAsync(db, congress, text, path), level: 2);
        return new LawPage(book, version, on, path, new HtmlString(html), ContentsOf(text), text.Defects, cited);
    }

    private static List<(string, string, int)> ContentsOf(Statute text)
    {
        var anchors = Anchors.Of(text);
        List<(string Anchor, string Title, int Articles)> headings = [];
        for (var n = 0; n < text.Nodes.Count; n++)
        {
            if (text.Nodes[n].IsHeading || text.Nodes[n].Part == Part.Attachment)
            {
                headings.Add((anchors.Html(n), $"{text.Label(n)} {text.Words(n)}".Trim(), 0));
            }
            else if (headings.Count > 0 && text.Nodes[n].Part == Part.Article)
            {
                headings[^1] = headings[^1] with { Articles = headings[^1].Articles + 1 };
            }
        }

        return headings.Count > 1 ? headings : [.. text.Articles.Select(a => (anchors.Html(a.Node), a.Label, 0))];
    }
}
