using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Renda.Platform.Files;

namespace Renda.Platform.Spreadsheets;

/// <summary>Reads the first visible sheet of an uploaded workbook, part by part and forward only.</summary>
internal static class SheetReader
{
    private const string Damaged = "文件已损坏或内容不完整，无法读取。请用表格软件打开并另存为 .xlsx 后重新上传。";

    public static SheetRead Read(Stream xlsx, SheetLimits? limits = null)
    {
        if (xlsx.CanSeek) return ReadSeekable(xlsx, limits ?? new SheetLimits());
        using var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose);
        xlsx.CopyTo(copy);
        return ReadSeekable(copy, limits ?? new SheetLimits());
    }

    private static SheetRead ReadSeekable(Stream file, SheetLimits limits)
    {
        try
        {
            return (RefusedByKind(file) ?? RefusedBySize(file, limits)) is { } sentence
                ? new Unreadable(sentence)
                : ReadPackage(file, limits);
        }
        catch (Exception broken) when (IsBrokenFile(broken))
        {
            return new Unreadable(Damaged);
        }
    }

    private static string? RefusedByKind(Stream file)
    {
        Span<byte> start = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == 0) return "文件是空的，请选择有内容的 .xlsx 文件。";
        if (start[..read].StartsWith("PK"u8)) return null;
        if (!start[..read].SequenceEqual(OleNames.Magic)) return "这不是 Excel 表格文件，请上传 .xlsx 文件。";
        return OleNames.Find(file, "EncryptedPackage").Count > 0
            ? "文件设有打开密码，无法读取。请取消密码后另存为 .xlsx 重新上传。"
            : "这是旧版 .xls 文件，无法读取。请用表格软件另存为 .xlsx 后重新上传。";
    }

    // .NET stops inflating an entry at the size it declares, so the declared sizes can be believed.
    private static string? RefusedBySize(Stream file, SheetLimits limits)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.Sum(entry => (decimal)entry.Length) > limits.Bytes
            ? $"文件解压后超过 {limits.Bytes / (1024 * 1024)} MB，请拆成几个文件分别上传。"
            : null;
    }

    private static SheetRead ReadPackage(Stream file, SheetLimits limits)
    {
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        return Book.Open(document) is { } book
            ? new RowReader(book, limits).Read()
            : new Unreadable("文件里没有可见的工作表，请检查后重新上传 .xlsx 文件。");
    }

    // What the zip, packaging and XML libraries throw at a malformed file; anything else is a fault of ours.
    private static bool IsBrokenFile(Exception exception) => exception is XmlException or InvalidDataException
        or FileFormatException or OpenXmlPackageException or IOException or FormatException or ArgumentException
        or NotSupportedException or KeyNotFoundException or InvalidOperationException;
}
