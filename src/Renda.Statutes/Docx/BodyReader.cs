using System.Text;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>
/// Goes through the body of a Word file once, without recursion: files nested a hundred thousand deep are read like others. Tracked
/// changes are read as accepted.
/// </summary>
internal sealed partial class BodyReader(WordStyles styles, Numbering numbering)
{
    private const int MostText = 20_000_000;
    private const int Deepest = 5_000; // elements within elements
    private readonly StringBuilder text = new();
    private readonly Stack<Paragraph> paragraphs = new(); // Text boxes hold paragraphs within one.
    private readonly Stack<Table> tables = new();
    private int line = 1;
    private bool inText;
    private bool hidden;
    private bool ours;
    private bool captionEnded;

    public string Text => text.ToString();

    public void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.Depth > Deepest)
                    {
                        throw new WordRefusal("文件里的内容套得太深，没有读。");
                    }

                    var empty = xml.IsEmptyElement;
                    Start(xml);
                    if (empty)
                    {
                        End(xml.LocalName);
                    }

                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when inText:
                    Write(xml.Value.Replace('\n', ' ').Replace('\r', ' '));
                    break;
            }
        }
    }

    private void Start(XmlReader xml)
    {
        if (!Word.Own(xml))
        {
            StartOther(xml);
            return;
        }

        switch (xml.LocalName)
        {
            case "p":
                paragraphs.Push(new Paragraph());
                break;
            case "pPr" when paragraphs.TryPeek(out var paragraph):
                Properties(xml, paragraph);
                break;
            case "r":
                hidden = false;
                break;
            case "rPr":
                Word.Children(xml, () => hidden |= xml.LocalName == "vanish" && Word.On(xml));
                break;
            case "t":
                inText = true;
                break;
            case "tab" or "ptab":
                Write("\t");
                break;
            case "br" or "cr":
                Write(Word.Value(xml, "type") is "page" or "column" ? "" : "\n");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym":
                Symbol(xml);
                break;
            case "tbl" or "tr" or "tc" or "trPr" or "tcPr":
                StartTable(xml);
                break;
            default:
                StartRest(xml);
                break;
        }
    }

    private void StartRest(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "del" or "moveFrom":
                Note("修订痕迹", "处修订痕迹，按接受修订来读");
                Word.Pass(xml);
                break;
            case "ins" or "moveTo":
                Note("修订痕迹", "处修订痕迹，按接受修订来读");
                break;
            case "footnoteReference" or "endnoteReference":
                Note("脚注", "个脚注或尾注，没有读出来");
                break;
            case "drawing" or "pict" or "object":
                pictures++;
                break;
            case "txbxContent":
                pictures = 0;
                Note("文本框", "个文本框，文字放在所在段落之前");
                break;
            case "altChunk" or "subDoc":
                Note("嵌入", "个嵌入的文档，没有读出来");
                break;
            case "instrText" or "delText" or "delInstrText" or "sectPr" or "sdtPr" or "sdtEndPr" or "tblPr" or "tblGrid" or "rubyPr" or "rt" or "fldData":
                Word.Pass(xml);
                break;
        }
    }

    private void StartOther(XmlReader xml)
    {
        if (xml.LocalName == "Fallback")
        {
            Word.Pass(xml); // The other way to show the same.
        }
        else if (xml.LocalName == "t" && xml.NamespaceURI.EndsWith("/math", StringComparison.Ordinal))
        {
            inText = true;
            Note("公式", "处公式，只读了其中的字");
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when paragraphs.TryPop(out var paragraph):
                Flush(paragraph);
                break;
            case "t":
                inText = false;
                break;
            case "r":
                hidden = false;
                break;
            case "drawing" or "pict" or "object" when pictures > 0:
                pictures--;
                Note("图片", "处图片或对象，没有读出来");
                break;
            case "tc" or "tr" or "tbl":
                EndTable(name);
                break;
        }
    }

    private void Properties(XmlReader xml, Paragraph paragraph) => Word.Children(xml, () =>
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
