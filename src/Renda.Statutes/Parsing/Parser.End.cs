namespace Renda.Statutes.Parsing;

/// <summary>Attachments, and what is looked at when all is read.</summary>
internal sealed partial class Parser
{
    private bool ReadAttachment(in Line found, ReadOnlySpan<char> words)
    {
        if (!(lastArticle >= 0 || point >= 0) || words.Length > 40 || words.Length < 2 || words[^1] is '。' or '；' || words[1] is not ('件' or '表' or '录' or '图' or '：' or ':'))
        {
            return false;
        }

        if (words.Length > 2 && !(Blank.Is(words[2]) || words[1] is '：' or ':' || words[2] is '：' or ':' || Numeral.IsNumeral(words[2])))
        {
            return false;
        }

        EndUnit();
        phase = Phase.Attachment;
        unit = Add(Part.Attachment, in found, default, -1);
        return true;
    }

    // An attachment's own articles and items are its words: they are not the statute's.
    private void ReadAttached(in Line found)
    {
        var words = text.AsSpan(found.Words, found.End - found.Words);
        if (inTable)
        {
            inTable = !words.Contains("</table", StringComparison.OrdinalIgnoreCase);
            Add(Part.Table, in found, default, unit);
        }
        else if (words[0] == '|')
        {
            Add(Part.Table, in found, default, unit);
        }
        else if (!(words[0] == '附' && ReadAttachment(in found, words)) && !(words[0] == '<' && ReadAngle(in found, words)))
        {
            Add(Part.Paragraph, in found, default, unit);
        }
    }

    private void Finish()
    {
        EndUnit();
        if (nodes.Count == 0 && text.Length > 0)
        {
            nodes.Add(new Node(Part.Lead, 0, 0, 0, 0, 0, 1, -1, 0, 0));
        }

        if (title < 0 && nodes.Count > 0)
        {
            defects.Add(DefectKind.NoTitle, 1, "", "没有找到标题。");
        }

        CompareContents();
        Characters.Read(text, defects);
    }
}
