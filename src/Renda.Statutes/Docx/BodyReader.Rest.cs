using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>What is told of, passed over, or another's.</summary>
internal sealed partial class BodyReader
{
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
}
