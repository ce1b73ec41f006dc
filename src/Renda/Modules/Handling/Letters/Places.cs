using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Renda.Modules.Handling.Letters;

/// <summary>The places {{名称}} in a document. Word cuts what was typed in one go into several runs; they are read as one.</summary>
internal static partial class Places
{
    public static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document) =>
        from part in (IEnumerable<DocumentFormat.OpenXml.OpenXmlPartRootElement?>)
            [document.MainDocumentPart!.Document, .. document.MainDocumentPart.HeaderParts.Select(h => h.Header), .. document.MainDocumentPart.FooterParts.Select(f => f.Footer)]
        where part is not null
        from paragraph in part.Descendants<Paragraph>()
        select paragraph;

    /// <summary>The texts of the paragraph itself: those in a box inside it belong to the box's own paragraphs.</summary>
    public static List<Text> Texts(Paragraph paragraph) =>
        [.. paragraph.Descendants<Text>().Where(t => t.Ancestors<Paragraph>().First() == paragraph)];

    public static string Said(IEnumerable<Text> texts) => string.Concat(texts.Select(t => t.Text));

    public static IReadOnlyList<Match> In(string said) => [.. Pattern().Matches(said).Cast<Match>()];

    /// <summary>Whether braces are left where the places are taken out.</summary>
    public static bool Broken(string said)
    {
        var rest = Pattern().Replace(said, "");
        return rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal);
    }

    public static string Name(Match place) => place.Groups["name"].Value.Trim();

    /// <summary>Puts a text where another stood, over as many runs as that took; the first keeps its look.</summary>
    public static void Replace(List<Text> texts, int start, int length, string value)
    {
        var (at, put) = (0, false);
        foreach (var text in texts)
        {
            var said = text.Text;
            var (from, to) = (Math.Max(start - at, 0), Math.Min(start + length - at, said.Length));
            at += said.Length;
            if (from >= to)
            {
                continue;
            }

            text.Text = said[..from] + (put ? "" : value) + said[to..];
            text.Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve;
            put = true;
        }
    }

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
