using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Renda.Modules.Handling.Letters;

/// <summary>Fills a template in. The same template and texts always make the same file.</summary>
internal static class LetterFilling
{
    public static byte[] Fill(byte[] template, IReadOnlyDictionary<string, string> values)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            foreach (var paragraph in Places.Paragraphs(document).ToList())
            {
                Fill(paragraph, values);
            }
        }

        return Packing.Repack(stream);
    }

    private static void Fill(Paragraph paragraph, IReadOnlyDictionary<string, string> values)
    {
        var texts = Places.Texts(paragraph);
        var said = Places.Said(texts);
        var places = Places.In(said);
        if (places.Count == 0)
        {
            return;
        }

        // A line about what there is none of says nothing: “抄送：。”
        if (places.All(p => Value(values, Places.Name(p)).Length == 0))
        {
            Remove(paragraph, texts);
            return;
        }

        var lines = Value(values, Places.Name(places[0])).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (places is [var only] && only.Value == said.Trim() && lines.Length > 1)
        {
            foreach (var line in lines)
            {
                var copy = (Paragraph)paragraph.CloneNode(true);
                paragraph.InsertBeforeSelf(copy);
                Places.Replace(Places.Texts(copy), only.Index, only.Length, line);
            }

            paragraph.Remove();
            return;
        }

        foreach (var place in places.Reverse())
        {
            Places.Replace(texts, place.Index, place.Length, Value(values, Places.Name(place)).Replace('\n', ' '));
        }
    }

    private static void Remove(Paragraph paragraph, List<Text> texts)
    {
        if (paragraph.Parent!.Elements<Paragraph>().Skip(1).Any())
        {
            paragraph.Remove();
        }
        else
        {
            texts.ForEach(t => t.Text = ""); // A cell or a header needs a paragraph.
        }
    }

    // XML cannot carry every character people's programs put on the clipboard.
    private static string Value(IReadOnlyDictionary<string, string> values, string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in values.GetValueOrDefault(name, "").Trim().EnumerateRunes())
        {
            if (rune.Value == '\n' || (rune != Rune.ReplacementChar && rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
