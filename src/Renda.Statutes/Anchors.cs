using System.Globalization;

namespace Renda.Statutes;

/// <summary>
/// The names by which places of a statute are pointed at: art-10-1/par-2/item-3 for 第十条之一第二款第三项. A name comes from the
/// printed numbers alone, so 之一 put in beside an article changes no other name. What has no number, or one that stands twice,
/// gets a running one.
/// </summary>
public sealed class Anchors
{
    private readonly string[] html;
    private readonly string[] eIds;
    private readonly Dictionary<string, int> nodes;

    private Anchors(Statute statute)
    {
        var count = statute.Nodes.Count;
        (html, eIds, nodes) = (new string[count], new string[count], new Dictionary<string, int>(count, StringComparer.Ordinal));
        var running = new Dictionary<(int Parent, string Kind), int>();
        for (var i = 0; i < count; i++)
        {
            var node = statute.Nodes[i];
            var (name, eName) = Kind(node.Part);
            (html[i], eIds[i]) = ("", "");
            if (name.Length == 0)
            {
                continue;
            }

            // Articles run through the whole text: what stands above them is no part of their name.
            var above = node.Part == Part.Article || node.Parent < 0 || html[node.Parent].Length == 0 ? -1 : node.Parent;
            var number = node.Number > 0 ? Text(node.Number) + (node.Suffix > 0 ? "-" + Text(node.Suffix) : "") : Running(above, eName, node.Part);
            var own = Join(above < 0 ? "" : html[above], "/", $"{name}-{number}");
            var again = nodes.ContainsKey(own) ? Text(Count((above, $"{name}-{number}")) + 1) : "";
            html[i] = again.Length > 0 ? $"{own}-dup-{again}" : own;
            eIds[i] = Join(above < 0 ? "" : eIds[above], "__", $"{eName}_{number.Replace("nn-", "nn_", StringComparison.Ordinal)}{(again.Length > 0 ? "_" + again : "")}");
            nodes.TryAdd(html[i], i);
        }

        int Count((int, string) key) => running[key] = running.GetValueOrDefault(key) + 1;

        string Running(int above, string eName, Part part) =>
            (part is Part.Paragraph or Part.Attachment or Part.Table or Part.Quoted ? "" : "nn-") + Text(Count((above, eName)));
    }

    /// <summary>Names every place of a statute.</summary>
    public static Anchors Of(Statute statute)
    {
        ArgumentNullException.ThrowIfNull(statute);
        return new Anchors(statute);
    }

    /// <summary>The name of a node in a page, as after #; empty for what is not pointed at (title, caption, contents, remarks).</summary>
    public string Html(int node) => html[node];

    /// <summary>The eId of a node by the naming convention of Akoma Ntoso: art_10-1__para_2__point_3.</summary>
    public string EId(int node) => eIds[node];

    /// <summary>The node of that name in a page, or -1.</summary>
    public int Find(string name) => nodes.GetValueOrDefault(name, -1);

    // 编, 分编, 章, 节, 条, 款, 项, 目 in a page, and the convention's abbreviation of the element they are in Akoma Ntoso.
    internal static (string Html, string EId) Kind(Part part) => part switch
    {
        Part.Book => ("book", "book"),
        Part.Division => ("div", "dvs"),
        Part.Chapter => ("chp", "chp"),
        Part.Section => ("sec", "sec"),
        Part.Article => ("art", "art"),
        Part.Paragraph => ("par", "para"),
        Part.Item => ("item", "point"),
        Part.Subitem => ("sub", "indent"),
        Part.Point => ("point", "cl"),
        Part.Table => ("row", "hcontainer"),
        Part.Quoted => ("quote", "hcontainer"),
        Part.Attachment => ("att", "att"),
        _ => ("", ""),
    };

    private static string Join(string above, string sign, string own) => above.Length == 0 ? own : above + sign + own;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
