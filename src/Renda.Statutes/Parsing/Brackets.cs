using System.Buffers;

namespace Renda.Statutes.Parsing;

/// <summary>Follows brackets and quotation marks through an article: a quotation may go on over several paragraphs.</summary>
internal sealed class Brackets(DefectList defects, Func<string> where)
{
    private const int Deepest = 1_000;
    private const string Opening = "（(《〈“‘【〔[";
    private const string Closing = "）)》〉”’】〕]";
    private static readonly SearchValues<char> Any = SearchValues.Create(Opening + Closing);
    private readonly (char Sign, int Line)[] open = new (char, int)[Deepest];
    private int depth;
    private bool tooDeep;

    public void Read(ReadOnlySpan<char> text, int line)
    {
        while (text.IndexOfAny(Any) is >= 0 and var at)
        {
            Meet(text[at], line);
            text = text[(at + 1)..];
        }
    }

    /// <summary>The unit ends: what is open stays open.</summary>
    public void End()
    {
        for (var i = 0; i < depth && !defects.Full; i++)
        {
            defects.Add(DefectKind.Bracket, open[i].Line, where(), $"“{open[i].Sign}”没有另一半。");
        }

        (depth, tooDeep) = (0, false);
    }

    private void Meet(char sign, int line)
    {
        var closes = Closing.IndexOf(sign);
        if (closes < 0)
        {
            if (depth < Deepest)
            {
                open[depth++] = (sign, line);
            }
            else if (!tooDeep)
            {
                tooDeep = true;
                defects.Add(DefectKind.Bracket, line, where(), $"括号或引号套了{Deepest}层以上。");
            }

            return;
        }

        if (depth == 0)
        {
            if (!tooDeep && !defects.Full)
            {
                defects.Add(DefectKind.Bracket, line, where(), $"“{sign}”没有另一半。");
            }

            return;
        }

        var opened = open[depth - 1].Sign;
        if (Opening.IndexOf(opened) == closes)
        {
            depth--;
        }
        else if ((opened, sign) is ('（', ')') or ('(', '）'))
        {
            depth--;
            defects.Add(DefectKind.Width, line, where(), $"“{opened}”和“{sign}”一个全角、一个半角。");
        }
        else
        {
            Mismatch(closes, sign, line);
        }
    }

    // The nearest fitting opener closes; what stands open inside it has no other half.
    private void Mismatch(int closes, char sign, int line)
    {
        var fits = depth - 1;
        while (fits >= 0 && fits > depth - 8 && Opening.IndexOf(open[fits].Sign) != closes)
        {
            fits--;
        }

        if (fits < 0 || Opening.IndexOf(open[fits].Sign) != closes)
        {
            defects.Add(DefectKind.Bracket, line, where(), $"“{sign}”没有另一半。");
            return;
        }

        for (var i = fits + 1; i < depth; i++)
        {
            defects.Add(DefectKind.Bracket, open[i].Line, where(), $"“{open[i].Sign}”没有另一半。");
        }

        depth = fits;
    }
}
