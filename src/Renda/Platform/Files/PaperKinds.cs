namespace Renda.Platform.Files;

internal sealed record PaperKind(string MediaType, params string[] Extensions);

/// <summary>The kinds of paper that are taken, told by what is in the file and not only by its name.</summary>
internal static class PaperKinds
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument";

    public static readonly PaperKind Pdf = new("application/pdf", ".pdf");
    public static readonly PaperKind Docx = new($"{OpenXml}.wordprocessingml.document", ".docx");
    public static readonly PaperKind Xlsx = new($"{OpenXml}.spreadsheetml.sheet", ".xlsx");
    public static readonly PaperKind Pptx = new($"{OpenXml}.presentationml.presentation", ".pptx");
    public static readonly PaperKind Ofd = new("application/ofd", ".ofd");
    public static readonly PaperKind Doc = new("application/msword", ".doc");
    public static readonly PaperKind Xls = new("application/vnd.ms-excel", ".xls");
    public static readonly PaperKind Wps = new("application/vnd.ms-works", ".wps");
    public static readonly PaperKind Png = new("image/png", ".png");
    public static readonly PaperKind Jpeg = new("image/jpeg", ".jpg", ".jpeg");

    /// <summary>What an issued report is kept as; no other archive is taken.</summary>
    public static readonly PaperKind ReportPackage = new("application/zip", ".zip");

    public static readonly PaperKind Txt = new("text/plain", ".txt", ".md");

    private const string Accepted = "可以上传 PDF、OFD、DOCX、XLSX、PPTX、DOC、XLS、WPS、PNG、JPG、TXT 和 MD 文件";

    private static readonly PaperKind[] All = [Pdf, Docx, Xlsx, Pptx, Ofd, Doc, Xls, Wps, Png, Jpeg, ReportPackage, Txt];

    public static bool IsAccepted(string name) => ByName(name) is not null;

    public static string Unaccepted(string name) => $"文件“{name}”的类型不能接收。{Accepted}，请转换后重新上传。";

    /// <summary>The kind, or a sentence why the content is not what the name says.</summary>
    public static (PaperKind? Kind, string Refusal) Check(Stream file, string name)
    {
        var named = ByName(name);
        var contents = PaperSniffer.Sniff(file);
        if (contents.HasMacros) return (null, $"文件“{name}”含有宏，不能接收。请去掉宏另存后重新上传。");
        if (named == ReportPackage && !contents.Kinds.Contains(named)) return (null, Unaccepted(name));
        return named is not null && contents.Kinds.Contains(named)
            ? (named, "")
            : (null, $"文件“{name}”的内容与扩展名不符，或文件已损坏。请确认文件能正常打开，并用正确的格式另存后重新上传。");
    }

    private static PaperKind? ByName(string name) =>
        Array.Find(All, kind => kind.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
}
