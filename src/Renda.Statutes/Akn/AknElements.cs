using System.Xml;

namespace Renda.Statutes.Akn;

/// <summary>Elements of the vocabulary.</summary>
internal static class AknElements
{
    public static void Start(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, AkomaNtoso.Namespace);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }
    }

    public static void Empty(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.Start(element, attributes);
        xml.WriteEndElement();
    }
}
