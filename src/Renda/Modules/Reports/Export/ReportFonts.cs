namespace Renda.Modules.Reports.Export;

/// <summary>The fonts of official documents; an office without them names others. Each has a free one a reader's machine may have instead.</summary>
internal sealed record ReportFonts(string Title, string Body, string First, string Second)
{
    public static ReportFonts Of(IConfiguration settings) => new(
        settings["Renda:Fonts:Title"] ?? "方正小标宋简体", settings["Renda:Fonts:Body"] ?? "仿宋_GB2312", settings["Renda:Fonts:First"] ?? "黑体", settings["Renda:Fonts:Second"] ?? "楷体_GB2312");

    /// <summary>Each font with the one to show where it is missing.</summary>
    public IEnumerable<(string Name, string Instead)> All =>
        ((string, string)[])[(Title, "Noto Serif CJK SC"), (Body, "FangSong"), (First, "Noto Sans CJK SC"), (Second, "KaiTi")];
}
