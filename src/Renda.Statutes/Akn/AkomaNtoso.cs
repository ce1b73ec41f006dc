using System.Text;
using System.Xml;

namespace Renda.Statutes.Akn;

/// <summary>A statute as Akoma Ntoso 3.0 and back, nothing lost (docs/decisions/0021).</summary>
public static class AkomaNtoso
{
    /// <summary>The vocabulary's namespace.</summary>
    public const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>The namespace of how the text was laid out: blank lines, marks of Markdown, space.</summary>
    public const string LayoutNamespace = "urn:renda:statute-layout";

    /// <summary>The bytes of an XML document that is valid against the schema of Akoma Ntoso 3.0, whatever the text is.</summary>
    public static byte[] Write(Statute statute)
    {
        ArgumentNullException.ThrowIfNull(statute);
        using var to = new MemoryStream(statute.Text.Length * 5);
        using (var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            new AknWriter(statute, xml).Write();
        }

        return to.ToArray();
    }

    /// <summary>True where the bytes begin as XML does and a statute's text does not.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 2_000)]);
        return head.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal) || (head.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal) && head.Contains("akomaNtoso", StringComparison.Ordinal));
    }

    /// <summary>
    /// Reads a document: what was written here comes back as the text it was; of others the numbers, headings and words, a line each.
    /// Time and memory grow with its length; entities, depth and size are bounded.
    /// </summary>
    /// <returns>Null, or the sentence why not, with the line.</returns>
    public static string? TryRead(ReadOnlySpan<byte> bytes, out Statute statute)
    {
        var refused = AknReader.Read(bytes.ToArray(), out var text);
        statute = Statute.Parse(text);
        return refused;
    }
}
