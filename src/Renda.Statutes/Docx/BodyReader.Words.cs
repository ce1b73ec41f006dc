using System.Text;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>Paragraphs and the words in them.</summary>
internal sealed partial class BodyReader
{
    private static void Properties(XmlReader xml, Paragraph paragraph) => Word.Children(xml, () =>
    {
        if (xml.LocalName == "pStyle")
        {
            paragraph.Style = Word.Value(xml);
        }
        else if (xml.LocalName == "numPr")
        {
            Word.Children(xml, () =>
            {
                paragraph.List = xml.LocalName == "numId" ? Word.Value(xml) : paragraph.List;
                paragraph.Level = xml.LocalName == "ilvl" ? Word.Number(xml) : paragraph.Level;
            });
        }
    });

    private void Symbol(XmlReader xml)
    {
        if (int.TryParse(Word.Value(xml, "char"), System.Globalization.NumberStyles.HexNumber, null, out var sign) && sign is >= 0x20 and < 0xD800)
        {
            Write($"{(char)sign}");
        }
        else
        {
            Note("符号", "个符号字体里的符号，没有读出来");
        }
    }

    private void Write(string words)
    {
        if (hidden || (paragraphs.TryPeek(out var own) && styles.Hidden(own.Style)))
        {
            Note("隐藏文字", "处隐藏文字，没有读出来");
        }
        else if (paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Words.Append(words);
            Bound(paragraph.Words.Length);
        }
    }

    private void Bound(long more)
    {
        if (text.Length + more > MostText)
        {
            throw new WordRefusal($"文件里的文字超过{MostText / 10_000}万字，没有读。");
        }
    }

    private sealed class Paragraph
    {
        public string? Style { get; set; }

        public string? List { get; set; }

        public int? Level { get; set; }

        public StringBuilder Words { get; } = new();
    }
}
