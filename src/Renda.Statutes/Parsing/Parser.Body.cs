using System.Buffers;

namespace Renda.Statutes.Parsing;

/// <summary>Headings, articles and what they hold.</summary>
internal sealed partial class Parser
{
    // 第十条规定的…, 第三条第二款…: a sentence that begins with a reference is no article.
    private static readonly SearchValues<char> AfterReference = SearchValues.Create("第规的、和至到或所中及以与，。款项；：）》”确列外之前后");
    private int lastArticle = -1;
    private int point = -1;
    private int paragraph = -1;
    private int item = -1;
    private bool quoting;
    private bool inTable;

    private bool Accept(in Line found, ReadOnlySpan<char> words, in Mark mark)
    {
        var next = mark.End < words.Length ? words[mark.End] : ' ';
        var parted = Blank.Is(next) || next is '*' or '【' or '〔' || found.Hashes > 1;
        if (mark.Part != Part.Article)
        {
            var heading = found.Hashes > 0 || (words.Length <= (parted ? 60 : 40) && words[^1] is not ('。' or '；' or '：' or '，' or '、'));
            if (heading && IsEntry(in mark))
            {
                Add(Part.ContentsEntry, in found, in mark, contents);
            }
            else if (heading)
            {
                AddHeading(in found, in mark);
            }

            return heading;
        }

        if (!parted && (point >= 0 || !sequence.Follows(in mark) || AfterReference.Contains(next)) && next is not (':' or '：'))
        {
            return false;
        }

        AddArticle(in found, in mark, parted || next is ':' or '：');
        return true;
    }

    private void AddHeading(in Line found, in Mark mark)
    {
        EndUnit();
        phase = Phase.Body;
        var index = Add(mark.Part, in found, in mark, sequence.Above(mark.Part));
        (unit, point, quoting) = (index, -1, false);
        sequence.Heading(index, nodes[index], lastArticle);
        if (nodes[index].Body >= nodes[index].BodyEnd && mark.Part != Part.Book)
        {
            defects.Add(DefectKind.Empty, line, Where(index), $"“{Where(index)}”没有名称。");
        }
    }

    private void AddArticle(in Line found, in Mark mark, bool parted)
    {
        EndUnit();
        phase = Phase.Body;
        (unit, point, quoting) = (nodes.Count, -1, false);
        var start = nodes.Count;
        Add(Part.Article, in found, in mark, sequence.Below());
        lastArticle = start;
        var node = nodes[start];
        sequence.Article(start, node, mark.Unread);
        if (node.Body < node.BodyEnd)
        {
            // The words are the first 款: a node of their own, so that each has its place.
            nodes[start] = node with { BodyEnd = node.Body };
            nodes.Add(new Node(Part.Paragraph, node.Body, node.Body, node.Body, node.Body, node.BodyEnd, line, start, 1, 0));
            paragraph = start + 1;
        }

        if (!parted)
        {
            defects.Add(DefectKind.NoSpace, line, Where(start), $"“{Where(start)}”后面没有空格。");
        }
    }

    private void AddParagraph(in Line found)
    {
        var number = paragraph >= 0 ? nodes[paragraph].Number + 1 : 1;
        (paragraph, item) = (Add(Part.Paragraph, in found, default, unit), -1);
        nodes[paragraph] = nodes[paragraph] with { Number = number };
        sequence.NewList();
    }

    private void AddItem(in Line found, in Mark mark)
    {
        var index = Add(mark.Part, in found, in mark, mark.Part == Part.Subitem && item >= 0 ? item : paragraph >= 0 ? paragraph : unit);
        item = mark.Part == Part.Item ? index : item;
        sequence.Item(index, nodes[index], mark.Unread);
        if (mark.Mixed)
        {
            defects.Add(DefectKind.Width, line, Where(unit), $"“{Where(index)}”的括号一个全角、一个半角。");
        }

        if (nodes[index].Body >= nodes[index].BodyEnd)
        {
            defects.Add(DefectKind.Empty, line, Where(unit), $"“{Where(index)}”没有内容。");
        }
    }

    private bool AddPoint(in Line found, in Mark mark)
    {
        if (phase == Phase.Contents)
        {
            return false;
        }

        EndUnit();
        phase = Phase.Body;
        quoting = false;
        point = unit = Add(Part.Point, in found, in mark, sequence.Below());
        sequence.Point(point, nodes[point]);
        return true;
    }

    // “第X条 … may run over many lines; it ends with a line that ends with ” unless the next opens again.
    private void AddQuoted(in Line found)
    {
        Add(Part.Quoted, in found, default, point);
        var last = found.End - 1;
        last -= last > found.Words && text[last] is '。' or '；' or '，' ? 1 : 0;
        quoting = text[last] is not ('”' or '"') || last == found.Words;
    }

    private void EndUnit()
    {
        brackets.End();
        if (unit >= 0 && unit == nodes.Count - 1 && nodes[unit].Part == Part.Article)
        {
            defects.Add(DefectKind.Empty, nodes[unit].Line, Where(unit), $"“{Where(unit)}”没有内容。");
        }

        (paragraph, item) = (-1, -1);
        sequence.NewUnit();
    }
}
