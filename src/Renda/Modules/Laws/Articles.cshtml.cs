using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Laws.Reading;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Laws;

/// <summary>Articles by their words, in the texts in force on a day or in all there are.</summary>
[Needs(LawsModule.Read)]
internal sealed class ArticlesModel(RendaDb db, TimeProvider time) : ActorPage
{
    private const int Longest = 80;

    public string Query { get; private set; } = "";

    public DateOnly On { get; private set; }

    public bool All { get; private set; }

    public IReadOnlyList<ArticleHit> Hits { get; private set; } = [];

    public bool GaveUp { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public async Task OnGetAsync([FromQuery] string? q, [FromQuery] DateOnly? on, [FromQuery] bool all, [FromQuery] long? before)
    {
        (Query, On, All, First) = ((q ?? "").Trim(), on ?? time.Today(), all, before is null);
        Query = Query.Length > Longest ? Query[..Longest] : Query;
        if (Query.Length > 0)
        {
            (var hits, var next, GaveUp) = await ArticleFinding.PageAsync(db, Actor.Congress, Query, all ? null : On, before);
            Hits = hits;
            Next = next is null ? null : $"{Href}&before={next}";
        }
    }

    public string Href => $"/laws/articles?q={Uri.EscapeDataString(Query)}&on={On:yyyy-MM-dd}{(All ? "&all=true" : "")}";
}
