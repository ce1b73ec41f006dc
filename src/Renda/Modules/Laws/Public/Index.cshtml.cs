using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Reading;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Laws.Public;

/// <summary>The library for everybody: laws are public.</summary>
[Public("laws are public")]
internal sealed class IndexModel(RendaDb db, Shelf shelf, RuleShelf rules, TimeProvider time) : PageModel
{
    private const int Longest = 80;

    public Congress? Congress { get; private set; }

    public LawFilter Filter { get; private set; } = null!;

    public string Words { get; private set; } = "";

    public IReadOnlyList<LawRow> Rows { get; private set; } = [];

    public IReadOnlyList<ArticleHit> Hits { get; private set; } = [];

    public IReadOnlyList<(string Id, string Title)> Kinds { get; private set; } = [];

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public async Task OnGetAsync([FromQuery] int? congress, [FromQuery] string? q, [FromQuery] string? words, [FromQuery] string? after)
    {
        var (title, today) = (Cut(q), time.Today());
        (Words, First, Filter) = (Cut(words), after is null, new LawFilter(title.Length == 0 ? null : title, null, null, today));
        Congress = await db.Congresses.AsNoTracking().Where(c => congress == null || c.Code == congress).OrderBy(c => c.Code).FirstOrDefaultAsync();
        if (Congress is not { } here)
        {
            return;
        }

        Kinds = Laws.IndexModel.KindsOf(rules, here.Jurisdiction, today);
        if (Words.Length > 0)
        {
            (var hits, _, _) = await ArticleFinding.PageAsync(db, here.Code, Words, today, before: null);
            Hits = hits;
            return;
        }

        var rows = await shelf.PageAsync(here.Code, Filter, Cursors.Read(after));
        Rows = [.. rows.Take(Shelf.PageSize)];
        Next = rows.Count > Shelf.PageSize ? Filter.Query(today, Cursors.Write(rows[Shelf.PageSize - 1].Latest, rows[Shelf.PageSize - 1].Id)) + $"&congress={here.Code}" : null;
    }

    private static string Cut(string? typed) => (typed ?? "").Trim() is var text && text.Length > Longest ? text[..Longest] : text;
}
