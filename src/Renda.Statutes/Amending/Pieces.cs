using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>A whole 款 or 项 of an article set anew, taken out or put in.</summary>
internal static class Pieces
{
    /// <summary>Why it does not fit, or null and the article as it is then.</summary>
    public static string? Put(Element article, Instruction.Piece piece, out Element made)
    {
        made = article;
        var places = Places.Of(article).ToList();
        var at = Places.IndexOf(places, piece.Place);
        var until = at;
        if (piece.Added)
        {
            // The new one stands before the 款 that had its number, or after the last.
            var paragraphs = article.Kinds.Count(k => k == Part.Paragraph);
            if (piece.Lines.Count == 0 || (at < 0 && Number(piece.Place) != paragraphs + 1))
            {
                return piece.Lines.Count == 0 ? "没有写增加的内容。" : $"“{piece.Old}”只有{Numeral.Write(paragraphs)}款，不能增加{piece.Place}。";
            }

            (at, until) = at < 0 ? (article.Lines.Count, article.Lines.Count) : (at, at);
        }
        else if (at < 0)
        {
            return $"“{piece.Old}”没有{piece.Place}。";
        }
        else
        {
            until = End(article, at);
        }

        var (lines, kinds) = Read(piece.Lines);
        if (!piece.Added && kinds.Count > 0 && kinds[0] != article.Kinds[at])
        {
            return $"“{piece.Old}{piece.Place}”修改后的内容要从{(article.Kinds[at] == Part.Paragraph ? "这一款的文字" : "这一项的号")}写起。";
        }

        made = article with
        {
            Lines = [.. article.Lines.Take(at), .. lines, .. article.Lines.Skip(until)],
            Kinds = [.. article.Kinds.Take(at), .. kinds, .. article.Kinds.Skip(until)],
        };
        return made.Lines.Count == 0 ? $"这样“{piece.Old}”就没有内容了，要删去整条。" : null;
    }

    private static int Number(string place) => Numeral.TryRead(place.AsSpan(1, place.Length - 2), out var number) && number < int.MaxValue ? (int)number : 0;

    // A 款 goes to the next 款, a 项 to what is not its 目.
    private static int End(Element article, int at)
    {
        var end = at + 1;
        while (end < article.Lines.Count && (article.Kinds[at] == Part.Paragraph ? article.Kinds[end] != Part.Paragraph : article.Kinds[at] == Part.Item && article.Kinds[end] == Part.Subitem))
        {
            end++;
        }

        return end;
    }

    private static (IReadOnlyList<string> Lines, IReadOnlyList<Part> Kinds) Read(IReadOnlyList<string> lines)
    {
        var article = Content.Of(Statute.Parse($"题\n第一条 款\n{string.Join('\n', lines)}")).Articles.First();
        return ([.. article.Lines.Skip(1)], [.. article.Kinds.Skip(1)]);
    }
}
