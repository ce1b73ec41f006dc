using System.Text;
using Renda.Statutes.Referring;

namespace Renda.Statutes.Rendering;

/// <summary>The words of a node with its references as links.</summary>
internal sealed class Linking
{
    private readonly Statute statute;
    private readonly Anchors anchors;
    private readonly Func<Reference, string?>? elsewhere;
    private readonly ILookup<int, Reference> references;

    public Linking(Statute statute, Anchors anchors, Func<Reference, string?>? elsewhere)
    {
        (this.statute, this.anchors, this.elsewhere) = (statute, anchors, elsewhere);
        references = References.Of(statute).ToLookup(r => r.Node);
    }

    public void Append(StringBuilder to, int node)
    {
        var at = statute.Nodes[node].Body;
        var words = statute.Words(node);
        var end = at + words.Length;
        foreach (var reference in references[node])
        {
            Escaping.Append(to, statute.Text.AsSpan(at..reference.Start));
            at = reference.Start + reference.Length;
            var said = Escaping.Text(statute.Text.AsSpan(reference.Start, reference.Length));
            var address = reference.Missing ? null : reference.Statute is null ? "#" + anchors.Html(reference.Target) : elsewhere?.Invoke(reference);
            to.Append(address is { Length: > 0 } ? $"<a href=\"{Escaping.Text(address)}\">{said}</a>"
                : reference.Missing ? $"<span class=\"missing\" title=\"{Escaping.Text($"这里没有{reference.From}{(reference.To is { } last ? "至" + last : "")}")}\">{said}</span>" : said);
        }

        Escaping.Append(to, statute.Text.AsSpan(at..end));
    }
}

/// <summary>Which heading a line of the contents stands for.</summary>
internal sealed class ContentsLinks
{
    private readonly Dictionary<int, int> targets = [];

    public ContentsLinks(Statute statute)
    {
        var headings = statute.Nodes.Any(n => n.Part == Part.ContentsEntry)
            ? Enumerable.Range(0, statute.Nodes.Count).Where(i => statute.Nodes[i].IsHeading).Select(i => (Node: i, Words: Key(statute, i))).ToList()
            : [];
        var next = 0;
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            if (statute.Nodes[i].Part != Part.ContentsEntry)
            {
                continue;
            }

            // In order: an entry whose heading is missing takes nobody else's.
            var words = Key(statute, i);
            var at = headings.FindIndex(next, Math.Min(headings.Count - next, 50), h => h.Words == words);
            if (at >= 0)
            {
                targets.Add(i, headings[at].Node);
                next = at + 1;
            }
        }
    }

    public int Target(int entry) => targets.GetValueOrDefault(entry, -1);

    private static string Key(Statute statute, int i) => Parsing.Blank.Squeeze(statute.Text.AsSpan(statute.Nodes[i].Label..Math.Max(statute.Nodes[i].Label, Math.Min(statute.Nodes[i].BodyEnd, statute.Nodes[i].Label + 80))))
        .TrimEnd("0123456789.…·-()（）".ToCharArray());
}
