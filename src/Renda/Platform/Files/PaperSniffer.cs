using System.IO.Compression;

namespace Renda.Platform.Files;

/// <summary>What a file can be by its content. Old text documents are both DOC and WPS.</summary>
internal sealed record PaperContents(bool HasMacros, params PaperKind[] Kinds);

internal static class PaperSniffer
{
    private static readonly PaperContents Unknown = new(HasMacros: false);

    public static PaperContents Sniff(Stream file)
    {
        Span<byte> buffer = stackalloc byte[8];
        file.Position = 0;
        var start = buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        if (start.StartsWith("%PDF-"u8)) return new(false, PaperKinds.Pdf);
        if (start.SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return new(false, PaperKinds.Png);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return new(false, PaperKinds.Jpeg);
        if (start.SequenceEqual(OleNames.Magic)) return Compound(file);
        if (start.StartsWith("PK\x03\x04"u8)) return Zip(file);
        return PlainText.Is(file) ? new(false, PaperKinds.Txt) : Unknown;
    }

    private static PaperContents Compound(Stream file)
    {
        var names = OleNames.Find(file, "WordDocument", "Workbook", "Book", "_VBA_PROJECT");
        var hasMacros = names.Contains("_VBA_PROJECT");
        if (names.Contains("WordDocument")) return new(hasMacros, PaperKinds.Doc, PaperKinds.Wps);
        return names.Contains("Workbook") || names.Contains("Book") ? new(hasMacros, PaperKinds.Xls) : Unknown;
    }

    private static PaperContents Zip(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var kind = Kind(zip);
            return kind is null ? Unknown : new(HasMacros(zip), kind);
        }
        catch (InvalidDataException)
        {
            return Unknown;
        }
    }

    private static PaperKind? Kind(ZipArchive zip)
    {
        if (zip.GetEntry("OFD.xml") is not null) return PaperKinds.Ofd;
        if (zip.GetEntry("manifest.json") is not null && zip.GetEntry("report.json") is not null) return PaperKinds.ReportPackage;
        if (zip.GetEntry("[Content_Types].xml") is null) return null;
        if (zip.GetEntry("word/document.xml") is not null) return PaperKinds.Docx;
        if (zip.GetEntry("xl/workbook.xml") is not null) return PaperKinds.Xlsx;
        return zip.GetEntry("ppt/presentation.xml") is not null ? PaperKinds.Pptx : null;
    }

    private static bool HasMacros(ZipArchive zip)
    {
        if (zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return true;
        if (zip.GetEntry("[Content_Types].xml") is not { } types) return false;
        // No honest list of parts is this long.
        if (types.Length > 1024 * 1024) return true;
        using var reader = new StreamReader(types.Open());
        return reader.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }
}
