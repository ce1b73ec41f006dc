using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Texts;
using Renda.Statutes;
using Renda.Statutes.Referring;

namespace Renda.Modules.Laws.Keeping;

/// <summary>Writes the rows a text is found by: when it is in force, its articles, and the laws it names.</summary>
internal sealed class Shelving(RendaDb db)
{
    private const int LongestWords = 200;

    /// <summary>The articles put away last, for their tokens once they are saved.</summary>
    public IReadOnlyList<LawArticle> Articles { get; private set; } = [];

    public async Task PutAsync(TextVersion text, LawText read, int? replaces)
    {
        var there = await VersionsAsync(text.Congress, text.MatterId);
        Articles = [];
        if (there.Exists(v => v.Number == text.Number))
        {
            return; // The same text under the same name is not kept twice.
        }

        if (there.Find(v => v.Number == replaces) is { } wrong)
        {
            wrong.ReplacedBy = text.Number;
        }

        db.Add(new LawVersion { Congress = text.Congress, MatterId = text.MatterId, Number = text.Number, Label = text.Label, From = text.From, Replaces = replaces, Defects = read.Defects.Count });
        await PutArticlesAsync(text, read.Statute!);
    }

    /// <summary>When each text is superseded, anew from all there are.</summary>
    public async Task SettleAsync(Law law)
    {
        await VersionsAsync(law.Congress, law.MatterId);
        var live = db.LawVersions.Local.Where(v => v.MatterId == law.MatterId && v.ReplacedBy is null).OrderBy(v => v.From ?? DateOnly.MinValue).ToList();
        for (var i = 0; i < live.Count; i++)
        {
            live[i].Until = i + 1 < live.Count ? live[i + 1].From : law.RepealedOn;
        }

        law.First = live.Select(v => v.From).Min();
        law.Latest = live.Select(v => v.From).Max() ?? DateOnly.MinValue;
    }

    private Task<List<LawVersion>> VersionsAsync(int congress, Guid matter) => db.LawVersions.Where(v => v.Congress == congress && v.MatterId == matter).ToListAsync();

    private async Task PutArticlesAsync(TextVersion text, Statute statute)
    {
        var (anchors, row) = (Anchors.Of(statute), await ArticleIndex.NextAsync(db));
        var numbered = row > 0;
        Articles =
        [
            .. statute.Articles.Select(a => new LawArticle
            {
                Congress = text.Congress, MatterId = text.MatterId, Version = text.Number, Order = a.Index, Row = numbered ? row + a.Index : 0,
                Label = a.Label, Anchor = anchors.Html(a.Node), Heading = Heading(statute, a), Text = a.Words.ToString(),
            }),
        ];
        db.AddRange(Articles);
        var references = References.Of(statute).Where(r => r.Statute is not null).ToLookup(r => ArticleOf(statute, r.Node));
        var found = from article in statute.Articles
                    from named in Named(statute, article, references[article.Node]).Distinct()
                    select (Article: article, named.Name, named.Target, named.Words);
        db.AddRange(found.Select((f, n) => new LawReference
        {
            Congress = text.Congress,
            MatterId = text.MatterId,
            Version = text.Number,
            Number = n + 1,
            Label = f.Article.Label,
            Anchor = anchors.Html(f.Article.Node),
            Name = f.Name,
            Target = f.Target,
            Words = f.Words,
        }));
    }

    private static IEnumerable<(string Name, string Target, string Words)> Named(Statute statute, Article article, IEnumerable<Reference> places)
    {
        List<(string Name, string Target, string Words)> placed = [.. places.Select(p => (LawNames.Of(p.Statute!), Target(p.From), Cut(p.Words(statute))))];
        return placed.Concat(LawNames.In(article.Words.ToString()).Select(LawNames.Of).Where(n => !placed.Exists(p => p.Name == n)).Select(n => (n, "", "")));
    }

    private static string Target(Place place) =>
        place.Article == 0 ? "" : FormattableString.Invariant($"art-{place.Article}") + (place.Suffix > 0 ? FormattableString.Invariant($"-{place.Suffix}") : "");

    private static string Cut(string words) => words.Length <= LongestWords ? words : words[..LongestWords];

    private static int ArticleOf(Statute statute, int node)
    {
        while (node >= 0 && statute.Nodes[node].Part is not (Part.Article or Part.Point))
        {
            node = statute.Nodes[node].Parent;
        }

        return node;
    }

    private static string Heading(Statute statute, Article article)
    {
        List<string> above = [];
        for (var node = statute.Nodes[article.Node].Parent; node >= 0; node = statute.Nodes[node].Parent)
        {
            if (statute.Nodes[node].IsHeading)
            {
                above.Insert(0, $"{statute.Label(node)} {statute.Words(node)}".Trim());
            }
        }

        return string.Join(" · ", above);
    }
}
