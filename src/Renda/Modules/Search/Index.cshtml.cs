using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Search;
using Renda.Platform.Web;

namespace Renda.Modules.Search;

/// <summary>One search box for everything.</summary>
[Needs(CommonPermissions.InPost)]
internal sealed class IndexModel(RendaDb db) : ActorPage
{
    public string Query { get; private set; } = "";

    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    public long? Next { get; private set; }

    public bool GaveUp { get; private set; }

    public bool First { get; private set; }

    public async Task OnGetAsync(string? q, long? before)
    {
        Query = (q ?? "").Trim();
        Query = Query.Length <= 100 ? Query : Query[..100];
        First = before is null;
        if (Query.Length > 0)
        {
            (var hits, Next, GaveUp) = await Finding.PageAsync(db, Actor, Query, before);
            Hits = hits;
        }
    }

    public static (string Before, string Hit, string After) Around(string text, string query) => Snippets.Around(text, query);
}
