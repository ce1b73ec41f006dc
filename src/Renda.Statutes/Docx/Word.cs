using System.Globalization;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>Reading WordprocessingML: elements and attributes by their local names, in either of its two namespaces.</summary>
internal static class Word
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>True at an element or attribute of WordprocessingML itself.</summary>
    public static bool Own(XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    public static string? Value(XmlReader xml, string name = "val") => xml.GetAttribute(name, Transitional) ?? xml.GetAttribute(name, Strict);

    public static int? Number(XmlReader xml, string name = "val") =>
        int.TryParse(Value(xml, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch like w:b: on where it stands without value.</summary>
    public static bool On(XmlReader xml) => Value(xml) is not ("0" or "false" or "off" or "none");

    /// <summary>Stops at each child element. What is done there may read on to the child's end, or leave it as it is.</summary>
    public static void Children(XmlReader xml, Action at)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
            {
                continue;
            }

            at();
        }
    }

    /// <summary>Passes over an element: stands at its end, so that the next read is what follows.</summary>
    public static void Pass(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }
}
