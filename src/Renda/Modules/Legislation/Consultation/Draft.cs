using Renda.Platform.Texts;
using Renda.Statutes;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>An article of a draft that can be commented on by itself.</summary>
/// <param name="Place">From 1.</param>
internal sealed record DraftArticle(int Place, string Anchor, string Label, string Words);

/// <summary>A draft as the public reads it: headings and articles in order.</summary>
internal sealed class Draft
{
    private readonly Dictionary<string, DraftArticle> byAnchor;

    private Draft(Statute statute)
    {
        (Statute, Anchors) = (statute, Anchors.Of(statute));
        Articles = [.. statute.Articles.Select(a => new DraftArticle(a.Index + 1, Anchors.Html(a.Node), a.Label, a.Words.ToString()))];
        byAnchor = Articles.ToDictionary(a => a.Anchor, StringComparer.Ordinal);
    }

    public Statute Statute { get; }

    public Anchors Anchors { get; }

    public IReadOnlyList<DraftArticle> Articles { get; }

    /// <summary>Chapters (and books above them) to jump to.</summary>
    public IEnumerable<(string Anchor, string Title)> Chapters =>
        Statute.Nodes.Select((n, i) => (Node: n, Index: i)).Where(x => x.Node.Part is Part.Book or Part.Chapter).Select(x => (Anchors.Html(x.Index), Heading(x.Index)));

    public static async Task<Draft?> LoadAsync(FixedTexts texts, ConsultationRound round) =>
        round.Text is { } number && await texts.FindAsync(round.Congress, round.MatterId, number) is { } version ? Of(version.Text) : null;

    public static Draft Of(string text) => new(Statute.Parse(text));

    /// <summary>The article of that name; null for the whole, and for a name there is not.</summary>
    public DraftArticle? Find(string? anchor) => anchor is null ? null : byAnchor.GetValueOrDefault(anchor);

    public string Heading(int node) => $"{Statute.Label(node)}　{Statute.Words(node)}".Trim('　');
}
