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
}
