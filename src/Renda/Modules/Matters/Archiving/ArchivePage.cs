using System.Net;
using System.Text;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Web;

namespace Renda.Modules.Matters.Archiving;

/// <summary>The page of an archive package: read in any browser, without the program and without a network.</summary>
internal static class ArchivePage
{
    private const string Style = "body{font:16px/1.7 serif;max-width:46em;margin:2em auto;padding:0 1em}dt{float:left;clear:left;color:#555;min-width:7em}dd{margin-left:8em;white-space:pre-wrap}li{margin-bottom:1.5em}code{font-size:.75em;color:#555;overflow-wrap:anywhere}";

    public static string Write(string congress, MatterView view, Names names, IReadOnlyDictionary<string, string> papers, int proofs, DateTimeOffset at)
    {
        var root = view.Root.Matter;
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append($"<title>{Text(root.Title)}</title><style>{Style}</style></head><body><p>{Text(congress)} · {Text(view.Root.Procedure.Title)}档案</p><h1>{Text(root.Title)}</h1><dl>");
        foreach (var (label, text) in ((string, string?)[])[("编号", root.Number), ("现状", view.Stage.Title), ("开始", Display.Date(root.OpenedOn)), ("取出档案", Display.Instant(at)), ("依据", view.Root.Procedure.Law)])
        {
            Item(page, label, text);
        }

        page.Append("</dl><h2>办理记录</h2><ol>");
        var count = 0;
        foreach (var (member, record) in view.Timeline())
        {
            count++;
            Write(page, TimelineOf.Item(member, record, names, new Dictionary<string, string>()), RecordJson.ReadPapers(record.Papers), papers);
        }

        return page.Append($"</ol><p>共 {count} 条记录，其中 {proofs} 条附有封存凭证（{ArchiveManifest.Receipts}）。核对：renda archive verify 本文件。</p></body></html>\n").ToString();
    }

    private static void Write(StringBuilder page, TimelineItem item, IReadOnlyList<RecordedPaper> named, IReadOnlyDictionary<string, string> papers)
    {
        page.Append($"<li><strong>{Text(item.Step)}</strong> {Display.Instant(item.At)} {Text(item.Actor)} {Text(item.Post)}<dl>");
        foreach (var (label, text) in item.Particulars)
        {
            Item(page, label, text);
        }

        foreach (var paper in named)
        {
            var name = papers.TryGetValue(paper.Sha256, out var path) ? $"<a href=\"{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}\">{Text(paper.Name)}</a>" : $"{Text(paper.Name)}（取出时已经不在）";
            page.Append($"<dt>材料</dt><dd>{name}</dd>");
        }

        Item(page, "依据", item.Basis);
        page.Append($"</dl><code>{Text(item.Hash)}</code></li>");
    }

    private static void Item(StringBuilder page, string label, string? text) => page.Append(text is { Length: > 0 } ? $"<dt>{Text(label)}</dt><dd>{Text(text)}</dd>" : "");

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
