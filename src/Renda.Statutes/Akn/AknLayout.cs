using System.Globalization;
using System.Text;

namespace Renda.Statutes.Akn;

/// <summary>What stands around a node's number and words: before them, between them, after them.</summary>
internal readonly record struct Around(string Before, string Between, string After);

/// <summary>Takes a text apart into what is said and how it is laid out.</summary>
internal sealed class AknLayout
{
    private readonly Statute statute;
    private readonly int[] ends; // where the stretch of a node that is written ends; 0 for one that is not

    public AknLayout(Statute statute)
    {
        this.statute = statute;
        ends = new int[statute.Nodes.Count];
        var (end, usual) = (statute.Text.Length, new Dictionary<string, Dictionary<Around, int>>(StringComparer.Ordinal));
        for (var i = statute.Nodes.Count - 1; i >= 0; i--)
        {
            // Remarks of the file and the rule under a table's head are layout of what stands before.
            if (!IsLayout(i))
            {
                ends[i] = end;
                end = statute.Nodes[i].Start;
            }
        }

        Lead = statute.Text[..end];
        for (var i = 0; i < ends.Length; i++)
        {
            if (ends[i] > 0)
            {
                var counts = usual.TryGetValue(Key(i), out var known) ? known : usual[Key(i)] = [];
                var around = Of(i);
                if (counts.Count < 100 || counts.ContainsKey(around))
                {
                    counts[around] = counts.GetValueOrDefault(around) + 1;
                }
            }
        }

        Usual = usual.OrderBy(u => u.Key, StringComparer.Ordinal).ToDictionary(u => u.Key, u => u.Value.OrderByDescending(c => c.Value).First().Key, StringComparer.Ordinal);
    }

    /// <summary>What stands before the first node that is written.</summary>
    public string Lead { get; }

    /// <summary>What stands around most nodes of a kind; the others say so themselves.</summary>
    public Dictionary<string, Around> Usual { get; }

    public bool IsWritten(int node) => ends[node] > 0;

    /// <summary>Number, space and words of a line of the contents stand together.</summary>
    public bool IsOneLine(int node) => statute.Nodes[node].Part == Part.ContentsEntry;

    public Around Of(int node)
    {
        var n = statute.Nodes[node];
        return new Around(statute.Text[n.Start..n.Label], IsOneLine(node) ? "" : statute.Text[n.LabelEnd..n.Body], statute.Text[Math.Max(n.Body, n.BodyEnd)..ends[node]]);
    }

    /// <summary>The kind of a node: its element's name, or its class where it has one.</summary>
    public string Key(int node) => statute.Nodes[node].Part == Part.Table && Rendering.TableRow.Cells(statute.Words(node)) is null ? "line" : Key(statute.Nodes[node].Part);

    public static string Key(Part part) => part switch
    {
        Part.Division => "division",
        Part.Point => "clause",
        Part.Item => "point",
        Part.Subitem => "indent",
        Part.Table => "row",
        _ => part.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    /// <summary>As an attribute holds it: \n, \t, \\ and \uXXXX for what XML would change or a reader not see.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '[') < 0)
        {
            return text;
        }

        var to = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsSurrogate(c) && at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]))
            {
                to.Append(c).Append(text[++at]);
                continue;
            }

            _ = c switch
            {
                '\\' => to.Append("\\\\"),
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                < ' ' or (>= '\u007f' and <= '\u00a0') or (>= '\u2000' and <= '\u206f') or '\ufeff' or >= '\ufffe' => Code(to, c),
                _ when char.IsSurrogate(c) => Code(to, c),
                _ => to.Append(c),
            };
        }

        return to.ToString();
    }

    /// <summary>The text again; null where it is not so written.</summary>
    public static string? Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var to = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                to.Append(text[at]);
                continue;
            }

            at++;
            var code = 0;
            if (at >= text.Length || (text[at] == 'u' && !TryCode(text.AsSpan(at + 1), out code)) || text[at] is not ('\\' or 'n' or 'r' or 't' or 'u'))
            {
                return null;
            }

            to.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'u' => (char)code, var c => c });
            at += text[at] == 'u' ? 4 : 0;
        }

        return to.ToString();
    }

    public static bool TryCode(ReadOnlySpan<char> text, out int code)
    {
        code = 0;
        return text.Length >= 4 && int.TryParse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }

    private bool IsLayout(int node) => statute.Nodes[node].Part is Part.Lead or Part.Remark ||
        (statute.Nodes[node].Part == Part.Table && Rendering.TableRow.Cells(statute.Words(node)) is { } cells && Rendering.TableRow.IsRule(cells));

    private static StringBuilder Code(StringBuilder to, char c) => to.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
