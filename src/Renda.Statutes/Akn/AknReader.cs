using System.Xml;

namespace Renda.Statutes.Akn;

/// <summary>Reads a document from its first element to its last, keeping only where it is.</summary>
internal sealed class AknReader
{
    private const int Deepest = 200;
    private const int Longest = 100_000_000;
    private readonly XmlReader xml;
    private readonly AknLines lines = new();
    private readonly Stack<AknKind> open = new();
    private int ignoring = -1; // the depth of the element whose words are about the text and no part of it

    private AknReader(XmlReader xml) => this.xml = xml;

    /// <summary>Null and the text, or the sentence why not.</summary>
    public static string? Read(byte[] bytes, out string text)
    {
        text = "";
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Longest, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var from = new MemoryStream(bytes, writable: false);
        using var source = XmlReader.Create(from, settings);
        var reader = new AknReader(source);
        try
        {
            var refused = reader.Read();
            text = refused is null ? reader.lines.Text : "";
            return refused;
        }
        catch (XmlException e)
        {
            return e.Message.Contains("DTD", StringComparison.Ordinal) ? Say(bytes.AsSpan(0, Math.Max(0, bytes.AsSpan().IndexOf("<!DOCTYPE"u8))).Count((byte)'\n') + 1, "有文档类型声明（DTD），不读") : Say(Math.Max(1, e.LineNumber), "不是完好的XML");
        }
    }

    private string? Read()
    {
        while (xml.Read())
        {
            var refused = xml.NodeType switch
            {
                XmlNodeType.Element => Start(),
                XmlNodeType.EndElement => End(),
                XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => Text(),
                _ => null,
            };
            if (refused is not null || lines.Overflows)
            {
                return refused ?? Say(Line, "文本太长");
            }
        }

        return null;
    }

    private string? Start()
    {
        if (xml.Depth >= Deepest)
        {
            return Say(Line, $"元素套了{Deepest}层以上");
        }

        if (xml.Depth == 0 && (xml.LocalName != "akomaNtoso" || !xml.NamespaceURI.StartsWith(AkomaNtoso.Namespace, StringComparison.Ordinal)))
        {
            return Say(Line, "不是Akoma Ntoso 3.0文档");
        }

        var empty = xml.IsEmptyElement;
        ignoring = ignoring < 0 && xml.LocalName is "meta" or "authorialNote" ? xml.Depth : ignoring;
        if (xml.NamespaceURI == AkomaNtoso.LayoutNamespace)
        {
            if (!Usual())
            {
                return Say(Line, "排版记号读不出来");
            }
        }
        else if (xml.LocalName == "marker" && Own("code") is { } code)
        {
            if (!AknLayout.TryCode(code, out var value))
            {
                return Say(Line, "字符编号读不出来");
            }

            lines.Say(((char)value).ToString(), exact: true);
        }

        var kind = ignoring >= 0 ? AknKind.Other : AknKinds.Of(xml, lines);
        if (kind is AknKind.Node or AknKind.Row or AknKind.Cell)
        {
            var (before, between, after) = (Layout("before"), Layout("between"), Layout("after"));
            if (Wrong(before) || Wrong(between) || Wrong(after))
            {
                return Say(Line, "排版记号读不出来");
            }

            var key = kind == AknKind.Row ? "row" : kind == AknKind.Cell ? "cell" : xml.GetAttribute("class") is { } c && lines.Knows(c) ? c : xml.LocalName;
            lines.Begin(key, kind == AknKind.Node && !AknKinds.IsHierarchy(xml.LocalName), before, between, after);
        }
        else if (kind == AknKind.Words)
        {
            lines.BeginWords(number: xml.LocalName == "num");
        }

        open.Push(kind);
        return empty ? End() : null;
    }

    private string? End()
    {
        var kind = open.Pop();
        ignoring = ignoring == xml.Depth ? -1 : ignoring;
        if (kind is AknKind.Node or AknKind.Row or AknKind.Cell)
        {
            lines.End();
        }
        else if (kind == AknKind.Words)
        {
            lines.EndWords();
        }

        return null;
    }

    private string? Text()
    {
        if (lines.InWords && ignoring < 0)
        {
            lines.Say(xml.Value, exact: false);
        }

        return null;
    }

    private bool Usual()
    {
        if (xml.LocalName == "layout")
        {
            lines.Verbatim = true;
            return AknLayout.Unescape(xml.GetAttribute("lead") ?? "") is { } lead && lines.Lead(lead);
        }

        var parts = (string?[])[xml.GetAttribute("of"), AknLayout.Unescape(xml.GetAttribute("before") ?? ""), AknLayout.Unescape(xml.GetAttribute("between") ?? ""), AknLayout.Unescape(xml.GetAttribute("after") ?? "")];
        return xml.LocalName == "usual" && parts.All(p => p is not null) && lines.Usual(parts[0]!, new Around(parts[1]!, parts[2]!, parts[3]!));
    }

    private string? Own(string name) => xml.GetAttribute(name, AkomaNtoso.LayoutNamespace);

    private const string Unread = "\0unread";

    private string? Layout(string name) => Own(name) is { } escaped ? AknLayout.Unescape(escaped) ?? Unread : null;

    private static bool Wrong(string? read) => ReferenceEquals(read, Unread);

    private int Line => ((IXmlLineInfo)xml).LineNumber;

    private static string Say(int line, string what) => $"第{line}行：{what}。";
}
