using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Renda.Platform.Files;

namespace Renda.Modules.Handling.Letters;

/// <summary>Whether a file can be the template of the letter; the sentence says why not and what to do.</summary>
internal static class TemplateCheck
{
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostParts = 500;
    private const long MostUnpacked = 20 * 1024 * 1024;

    /// <summary>Null where it can.</summary>
    public static string? Refusal(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return "模板超过 2 MB。请去掉大的图片后重新上传。";
        }

        using var stream = new MemoryStream(file, writable: false);
        if (Unpacks(stream) is { } sentence)
        {
            return sentence;
        }

        var contents = PaperSniffer.Sniff(stream);
        return contents.HasMacros ? "模板含有宏，不能使用。请去掉宏，另存为 .docx 后重新上传。"
            : !contents.Kinds.Contains(PaperKinds.Docx) ? NotWord
            : Reading(file);
    }

    private static readonly string[] Fetching = ["INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "MACROBUTTON", "EMBED"];

    private const string NotWord = "这不是 Word 文档（.docx），或者文件已经损坏。请用 Word 或 WPS 另存为 .docx 后重新上传。";

    // Counted while it is unpacked: what a package says of its own size need not be true.
    private static string? Unpacks(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts)
            {
                return $"文件里有 {zip.Entries.Count} 个部件，模板最多 {MostParts} 个。请用 Word 另存为普通的 .docx。";
            }

            var buffer = new byte[64 * 1024];
            long size = 0;
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    if ((size += read) > MostUnpacked)
                    {
                        return "文件展开以后超过 20 MB，不能用作模板。请去掉大的图片后重新上传。";
                    }
                }
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return NotWord;
        }
    }

    private static string? Reading(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostUnpacked });
            if (document.DocumentType != WordprocessingDocumentType.Document || document.MainDocumentPart?.Document?.Body is null)
            {
                return NotWord;
            }

            return Foreign(document) ?? OfPlaces(document) ?? Tried(file);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException or InvalidOperationException or IOException or ArgumentException or FormatException)
        {
            return NotWord;
        }
    }

    // A letter goes to a deputy: nothing in it may fetch from elsewhere or run.
    private static string? Foreign(WordprocessingDocument document) => document.GetAllParts() is var parts && parts.Any(p => p.ExternalRelationships.Any())
        ? "模板引用了文件以外的内容（链接的图片、附加的模板）。请改为嵌入或者删去后重新上传。"
        : parts.Any(p => p is VbaProjectPart or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or AlternativeFormatImportPart)
            ? "模板嵌入了其他对象或者控件，不能使用。请删去后重新上传。"
        : Fields(document).FirstOrDefault(f => Fetching.Contains(f, StringComparer.OrdinalIgnoreCase)) is { } field
            ? $"模板里有会取来外部内容的域（{field.ToUpperInvariant()}），不能使用。请删去后重新上传。"
        : parts.Any(p => p is WordprocessingCommentsPart) || document.MainDocumentPart!.Document!.Descendants().Any(e => e is DeletedRun or InsertedRun or MoveFromRun or MoveToRun)
            ? "模板里留有批注或者修订，会随答复函寄出。请接受或者拒绝修订、删去批注后重新上传。" : null;

    // The first word of a field says what it does.
    private static IEnumerable<string> Fields(WordprocessingDocument document) =>
        document.GetAllParts().Select(p => p.RootElement).OfType<OpenXmlElement>().SelectMany(root =>
            root.Descendants<SimpleField>().Select(f => f.Instruction?.Value ?? "").Concat(root.Descendants<FieldCode>().Select(f => f.Text)))
            .Select(text => text.Trim().Split(' ', 2)[0]);

    private static string? OfPlaces(WordprocessingDocument document)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        List<string> unknown = [];
        foreach (var said in Places.Paragraphs(document).Select(p => Places.Said(Places.Texts(p))))
        {
            if (Places.Broken(said))
            {
                return $"有一处占位符没有写完整：“{Short(said)}”。占位符两边各是两个花括号，写在同一段里，例如 {LetterFields.Place(LetterFields.Body)}。";
            }

            var names = Places.In(said).Select(Places.Name).ToList();
            unknown.AddRange(names.Where(n => !LetterFields.Knows(n)));
            found.UnionWith(names);
            if (names.Contains(LetterFields.Body) && said.Trim() != LetterFields.Place(LetterFields.Body))
            {
                return $"{LetterFields.Place(LetterFields.Body)}要单独成段：签发的文稿有几段，就生成几段。现在那一段是“{Short(said)}”。";
            }
        }

        var missing = LetterFields.Required.Where(r => !found.Contains(r)).Select(LetterFields.Place).ToList();
        return unknown.Count > 0 ? $"不认识的占位符：{string.Join("、", unknown.Distinct().Take(5).Select(LetterFields.Place))}。可以用的见下表，请核对写法。"
            : missing.Count > 0 ? $"缺少必须有的占位符：{string.Join("、", missing)}。请加上后重新上传。"
            : null;
    }

    private static string? Tried(byte[] file)
    {
        var filled = LetterFilling.Fill(file, LetterFields.All.ToDictionary(f => f.Name, f => f.Name));
        using var stream = new MemoryStream(filled, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return Places.Paragraphs(document).Any(p => Places.In(Places.Said(Places.Texts(p))).Count > 0) ? NotWord : null;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
