using System.Runtime.InteropServices;

namespace Renda.Statutes.Parsing;

/// <summary>
/// Reads a statute line by line. A line's first sign says what it is; nearly all need one look. The nodes lie end to end over the
/// text, so nothing is lost whatever the text is.
/// </summary>
internal sealed partial class Parser
{
    private readonly string text;
    private readonly List<Node> nodes;
    private readonly DefectList defects = new();
    private readonly Brackets brackets;
    private readonly Sequence sequence;
    private int line;
    private int unit = -1; // The heading, article or point in hand: what lines belong to, and what brackets must close within.

    private Parser(string text)
    {
        this.text = text;
        nodes = new List<Node>(Math.Min(text.Length / 40, 1 << 20) + 16);
        brackets = new Brackets(defects, () => Where(unit));
        sequence = new Sequence(defects, Where);
    }

    public static (List<Node> Nodes, IReadOnlyList<Defect> Defects) Read(string text)
    {
        var parser = new Parser(text);
        parser.ReadLines();
        parser.Finish();
        return (parser.nodes, [.. parser.defects.Found.OrderBy(d => d.Line)]);
    }

    private void ReadWords(in Line found)
    {
        if (inTable || phase == Phase.Attachment)
        {
            ReadAttached(in found);
            return;
        }

        var words = text.AsSpan(found.Words, found.End - found.Words);
        if (quoting && !(Mark.TryPlain(words, out var next) && next.Part == Part.Point))
        {
            AddQuoted(in found);
            return;
        }

        switch (words[0])
        {
            case '第' when Mark.TryOrdinal(words, out var mark) && Accept(in found, words, in mark):
                break;
            case '（' or '(' when phase == Phase.Body && Mark.TryBracketed(words, out var mark):
                AddItem(in found, in mark);
                break;
            case (>= '0' and <= '9') or (>= '０' and <= '９') when phase == Phase.Body && Mark.TryPlain(words, out var mark):
                AddItem(in found, in mark);
                break;
            case '“' or '"' when point >= 0:
                AddQuoted(in found);
                break;
            case '|':
                Add(Part.Table, in found, default, unit);
                break;
            case '<' when ReadAngle(in found, words):
                break;
            case '目' when phase == Phase.Head && found.End - found.Words < 8 && Blank.Squeeze(words) is "目录" or "目次":
                (phase, contents) = (Phase.Contents, nodes.Count);
                Add(Part.Contents, in found, default, -1);
                break;
            case '附' when ReadAttachment(in found, words):
                break;
            default:
                if (lastArticle >= 0 || !(Numeral.IsNumeral(words[0]) && Mark.TryPlain(words, out var other) && other.Part == Part.Point && AddPoint(in found, in other)))
                {
                    ReadPlain(in found, words);
                }

                break;
        }
    }

    private int Add(Part part, in Line found, in Mark mark, int parent)
    {
        var label = found.Words + mark.End;
        var body = label;
        while (body < found.End && (Blank.Is(text[body]) || (mark.End > 0 && text[body] is '*' or ':' or '：')))
        {
            body++;
        }

        nodes.Add(new Node(
            part, nodes.Count == 0 ? 0 : found.Start, mark.End > 0 ? found.Words : body, label, body, found.End, line, parent, mark.Number, mark.Suffix));
        brackets.Read(text.AsSpan(body, found.End - body), line);
        if (mark.Spaced)
        {
            defects.Add(DefectKind.Spacing, line, Where(nodes.Count - 1), $"“{Where(nodes.Count - 1)}”中间有空格。");
        }

        return nodes.Count - 1;
    }

    /// <summary>The printed number of a node, without space; of what has none, that of what it belongs to.</summary>
    private string Where(int index)
    {
        for (; index >= 0; index = nodes[index].Parent)
        {
            var node = nodes[index];
            if (node.LabelEnd > node.Label)
            {
                return Blank.Squeeze(text.AsSpan(node.Label, Math.Min(node.LabelEnd - node.Label, 40)));
            }
        }

        return "";
    }
}
