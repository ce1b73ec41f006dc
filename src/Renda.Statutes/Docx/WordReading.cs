using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>The text of a Word file, a line for each paragraph.</summary>
/// <param name="Text">For <see cref="Statute.Parse(string)"/>; tables stand in it as Markdown rows.</param>
/// <param name="NotRead">What Word shows and this text does not, each with the line it stands at: pictures, notes, hidden words.</param>
/// <param name="Refusal">Why nothing was read, as a sentence; null where it was.</param>
public sealed record WordText(string Text, IReadOnlyList<Defect> NotRead, string? Refusal);

/// <summary>Reads .docx files of any origin: bounded in size, no entities, no macros, nothing fetched from elsewhere.</summary>
public static class WordReading
{
    /// <summary>Whether the bytes are a package or an old Word file rather than text.</summary>
    public static bool IsWord(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The text, or the sentence that says why the file is not read.</summary>
    public static WordText Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var package = WordPackage.Open(file);
            var parts = WordParts.Of(package);
            if (parts.Document is null)
            {
                return Refused("这不是 Word 文档（.docx）。请用 Word 或 WPS 另存为 .docx。");
            }

            var styles = new WordStyles(package, parts.Styles);
            var reader = new BodyReader(styles, new Numbering(package, parts.Numbering, styles));
            using var xml = package.Read(parts.Document);
            reader.Read(xml);
            return new WordText(reader.Text, reader.NotRead, null);
        }
        catch (WordRefusal refusal)
        {
            return Refused(refusal.Message);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            return Refused("文件已经损坏，或者不是 Word 文档（.docx）。请用 Word 或 WPS 打开后另存为 .docx。");
        }
    }

    private static WordText Refused(string sentence) => new("", [], sentence);
}

/// <summary>Where the parts of a Word file lie: a package may name them as it likes.</summary>
internal sealed record WordParts(string? Document, string? Styles, string? Numbering)
{
    public static WordParts Of(WordPackage package)
    {
        var document = Target(package, "", "_rels/.rels", "/officeDocument") ?? (package.Has("word/document.xml") ? "word/document.xml" : null);
        if (document is null)
        {
            return new WordParts(null, null, null);
        }

        var folder = document[..(document.LastIndexOf('/') + 1)];
        var relations = $"{folder}_rels/{document[folder.Length..]}.rels";
        return new WordParts(document, Target(package, folder, relations, "/styles"), Target(package, folder, relations, "/numbering"));
    }

    private static string? Target(WordPackage package, string folder, string relations, string type)
    {
        if (!package.Has(relations))
        {
            return null;
        }

        using var xml = package.Read(relations);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Type")?.EndsWith(type, StringComparison.Ordinal) == true
                && xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Target") is { } target)
            {
                var part = target.StartsWith('/') ? target[1..] : folder + target;
                return package.Has(part) ? part : null;
            }
        }

        return null;
    }
}
