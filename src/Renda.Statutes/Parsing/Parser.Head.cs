using System.Globalization;

namespace Renda.Statutes.Parsing;

/// <summary>What stands before the first article: title, caption, contents, preamble.</summary>
internal sealed partial class Parser
{
    private const string InfoEnd = "INFO END";
    private Phase phase = Phase.Head;
    private int contents = -1;
    private int title = -1;
    private bool inCaption;
    private bool captionEnded;

    private enum Phase
    {
        Head,
        Contents,
        Body,
        Attachment,
    }

    private void ReadPlain(in Line found, ReadOnlySpan<char> words)
    {
        switch (phase)
        {
            case Phase.Contents:
                Add(Part.ContentsEntry, in found, default, contents);
                break;
            case Phase.Head when found.Hashes == 1 || (title < 0 && (found.Hashes > 0 || LooksLikeTitle(words))):
                EndUnit();
                unit = Add(Part.Title, in found, default, -1);
                title = title < 0 ? unit : title;
                EndUnit();
                break;
            case Phase.Head when inCaption || (!captionEnded && LooksLikeCaption(words)):
                // （…通过 …修正） may go on over several lines.
                inCaption = (inCaption || words[0] is '（' or '(') && words[^1] is not ('）' or ')');
                Add(Part.Caption, in found, default, -1);
                break;
            case Phase.Head when found.Hashes == 0:
                Add(Part.Preamble, in found, default, -1);
                break;
            case Phase.Head or Phase.Body when found.Hashes > 0 || (lastArticle >= 0 && words.Length < 8 && Blank.Squeeze(words) == "附则"):
                AddHeading(in found, new Mark(Part.Chapter, 0, 0, 0, Spaced: false));
                break;
            default:
                AddParagraph(in found);
                break;
        }
    }

    private static bool LooksLikeTitle(ReadOnlySpan<char> words) => words.Length <= 80 && words[^1] is not ('。' or '；' or '：' or '，') && words[0] is not ('（' or '(');

    // （2019年7月26日…通过） or 2019年7月26日 …
    private static bool LooksLikeCaption(ReadOnlySpan<char> words)
    {
        words = words[0] is '（' or '(' ? words[1..] : words;
        var year = words.IndexOf('年');
        return year is 4 or 5 && Numeral.IsNumeral(words[0]) && words[..Math.Min(words.Length, 16)].Contains('月');
    }

    // <!-- INFO END --> closes the caption of collected texts: all between title and it is caption.
    private bool ReadAngle(in Line found, ReadOnlySpan<char> words)
    {
        if (words.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
        {
            inTable = !words.Contains("</table", StringComparison.OrdinalIgnoreCase);
            Add(Part.Table, in found, default, unit);
            return true;
        }

        if (!words.StartsWith("<!--") || !words.EndsWith("-->"))
        {
            return false;
        }

        if (phase == Phase.Head && words.Contains(InfoEnd, StringComparison.Ordinal))
        {
            (inCaption, captionEnded) = (false, true);
            for (var i = nodes.Count - 1; i >= 0 && nodes[i].Part is not (Part.Title or Part.Remark); i--)
            {
                nodes[i] = nodes[i] with { Part = Part.Caption };
            }
        }

        nodes.Add(new Node(Part.Remark, nodes.Count == 0 ? 0 : found.Start, found.Words, found.Words, found.Words, found.End, line, -1, 0, 0));
        return true;
    }

    // In the contents a heading is an entry, until the first one comes again.
    private bool IsEntry(in Mark mark)
    {
        if (phase != Phase.Contents)
        {
            return false;
        }

        var first = contents + 1 < nodes.Count ? nodes[contents + 1] : default;
        if (first.Part == Part.ContentsEntry && (EntryMark(first).Part, EntryMark(first).Number) == (mark.Part, mark.Number))
        {
            phase = Phase.Head;
            return false;
        }

        return true;
    }

    private Mark EntryMark(Node entry) => Mark.TryOrdinal(text.AsSpan(entry.Label, entry.BodyEnd - entry.Label), out var mark) ? mark : default;

    private void CompareContents()
    {
        if (contents < 0)
        {
            return;
        }

        var promised = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = contents + 1; i < nodes.Count && nodes[i].Part == Part.ContentsEntry; i++)
        {
            if (EntryMark(nodes[i]).End > 0)
            {
                promised.TryAdd(Key(nodes[i]), i);
            }
        }

        var any = promised.Count > 0;
        foreach (var node in nodes)
        {
            if (any && node is { IsHeading: true, Number: > 0 } && !promised.Remove(Key(node)))
            {
                defects.Add(DefectKind.NotInContents, node.Line, Where(node), string.Create(CultureInfo.InvariantCulture, $"目录里没有“{Key(node)}”。"));
            }
        }

        foreach (var (key, entry) in promised)
        {
            defects.Add(DefectKind.LostHeading, nodes[entry].Line, Where(nodes[entry]), $"目录里有“{key}”，正文里没有。");
        }
    }

    // A heading as the contents name it, without the page number after dots.
    private string Key(Node node) =>
        Blank.Squeeze(text.AsSpan(node.Label, Math.Min(node.BodyEnd - node.Label, 80))).TrimEnd("0123456789.…·-()（）".ToCharArray());

    private string Where(Node node) => node.LabelEnd > node.Label ? Blank.Squeeze(text.AsSpan(node.Label, node.LabelEnd - node.Label)) : "";
}
