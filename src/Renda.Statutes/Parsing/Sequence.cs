namespace Renda.Statutes.Parsing;

/// <summary>Follows the numbers: articles through the whole text, headings under what stands above them, items in their list.</summary>
internal sealed class Sequence(DefectList defects, Func<int, string> where)
{
    private readonly int[] above = [-1, -1, -1, -1]; // 编, 分编, 章, 节 in hand.
    private readonly int[] last = new int[4];
    private readonly (int Number, int Index)[] lists = [default, default]; // 项, 目 before this one.
    private (int Number, int Suffix, int Index) article = (0, 0, -1);
    private (int Number, int Index) point = (0, -1);
    private bool articlesBefore;

    /// <summary>The node a heading of this kind belongs to.</summary>
    public int Above(Part part)
    {
        for (var i = part - Part.Book - 1; i >= 0; i--)
        {
            if (above[i] >= 0)
            {
                return above[i];
            }
        }

        return -1;
    }

    /// <summary>The node an article belongs to.</summary>
    public int Below() => Above(Part.Point);

    /// <summary>The article one expects next.</summary>
    public bool Follows(in Mark mark) =>
        (mark.Number == article.Number + 1 && mark.Suffix == 0) || (mark.Number == article.Number && mark.Suffix == article.Suffix + 1 && mark.Number > 0);

    public void Heading(int index, Node node, int lastArticle)
    {
        var level = node.Part - Part.Book;
        if (lastArticle >= 0 && !articlesBefore && above.All(a => a < 0) && node.Number == 1)
        {
            defects.Add(DefectKind.LostHeading, node.Line, where(index), $"第一个标题是“{where(index)}”，它前面的条没有标题。");
        }

        articlesBefore |= lastArticle >= 0;
        // 章 may run on through the 编 or begin anew in each.
        if (node.Number > 0 && node.Number != last[level] + 1 && node.Number != 1)
        {
            defects.Add(node.Number <= last[level] ? node.Number == last[level] ? DefectKind.Duplicate : DefectKind.Backwards : last[level] == 0 ? DefectKind.LostHeading : DefectKind.Gap,
                node.Line, where(index), last[level] == 0 ? $"没有“{where(index)}”之前的标题。" : $"“{where(above[level])}”之后是“{where(index)}”。");
        }
        else if (node.Number == 1 && above[level] >= 0 && last[level] >= 1)
        {
            defects.Add(last[level] == 1 ? DefectKind.Duplicate : DefectKind.Backwards, node.Line, where(index), $"“{where(above[level])}”之后是“{where(index)}”。");
        }

        last[level] = node.Number > 0 ? node.Number : last[level];
        above[level] = index;
        for (var i = level + 1; i < 4; i++)
        {
            above[i] = -1;
        }

        last[3] = level < 3 ? 0 : last[3]; // 节 always begins anew.
    }

    public void Article(int index, Node node, bool unread)
    {
        if (unread)
        {
            defects.Add(DefectKind.Number, node.Line, where(index), "条号太大，读不出来。");
            return;
        }

        var order = (node.Number, node.Suffix).CompareTo((article.Number, article.Suffix));
        var follows = (node.Number == article.Number + 1 && node.Suffix == 0) || (node.Number == article.Number && node.Suffix == article.Suffix + 1);
        if (article.Index < 0)
        {
            if (node.Number != 1)
            {
                defects.Add(DefectKind.Gap, node.Line, where(index), $"从“{where(index)}”开始，前面没有第一条。");
            }
        }
        else if (order == 0)
        {
            defects.Add(DefectKind.Duplicate, node.Line, where(index), $"“{where(index)}”出现两次。");
        }
        else if (order < 0)
        {
            defects.Add(DefectKind.Backwards, node.Line, where(index), $"“{where(article.Index)}”之后是“{where(index)}”。");
        }
        else if (!follows)
        {
            defects.Add(DefectKind.Gap, node.Line, where(index), $"“{where(article.Index)}”之后是“{where(index)}”，中间缺条。");
        }

        article = (node.Number, node.Suffix, index);
    }

    public void Point(int index, Node node)
    {
        if (node.Number != point.Number + 1 && node.Number != 1)
        {
            defects.Add(node.Number <= point.Number ? DefectKind.Backwards : DefectKind.Gap, node.Line, where(index), $"“{where(point.Index)}”之后是“{where(index)}”。");
        }

        point = (node.Number, index);
    }

    /// <summary>A new article, heading or point: its lists are its own.</summary>
    public void NewUnit() => (lists[0], lists[1]) = (default, default);

    public void NewList() => (lists[0], lists[1]) = (lists[0] with { Index = -1 }, default);

    // A list begins with one; after a paragraph of another kind it may go on or begin anew.
    public void Item(int index, Node node, bool unread)
    {
        var list = node.Part == Part.Item ? 0 : 1;
        var before = lists[list];
        if (unread)
        {
            defects.Add(DefectKind.Number, node.Line, where(node.Parent), $"“{where(index)}”的号太大，读不出来。");
        }
        else if (node.Number != before.Number + 1 && !(node.Number == 1 && before.Index < 0) && !(list == 1 && node.Number == 1))
        {
            var kind = node.Number == before.Number ? DefectKind.Duplicate : node.Number < before.Number ? DefectKind.Backwards : DefectKind.Gap;
            defects.Add(kind, node.Line, where(node.Parent), before.Number == 0 ? $"从“{where(index)}”开始，前面没有第一项。" : $"“{Numeral.Write(before.Number)}”之后是“{where(index)}”。");
        }

        lists[list] = (node.Number, index);
        lists[1] = list == 0 ? default : lists[1];
    }
}
