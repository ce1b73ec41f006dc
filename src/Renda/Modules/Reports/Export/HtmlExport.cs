using System.Net;
using System.Text;
using System.Xml.Linq;
using Renda.Modules.Reports.Markup;

namespace Renda.Modules.Reports.Export;

/// <summary>A report as one page that needs nothing else. Each number says how many records are behind it.</summary>
internal static class HtmlExport
{
    private const string Style = """
        body{font-family:FangSong,"Noto Serif CJK SC",serif;font-size:16pt;line-height:1.75;max-width:40em;margin:2em auto;padding:0 1em}
        h1{text-align:center;font-size:22pt;font-weight:400}h2{font-size:16pt;font-family:SimHei,"Noto Sans CJK SC",sans-serif;font-weight:400}h3{font-size:16pt;font-family:KaiTi,serif}
        p{text-indent:2em;margin:0}table{border-collapse:collapse;margin:1em auto;font-size:12pt}td,th{border:1px solid #555;padding:.2em .8em}td:last-child{text-align:right}
        figcaption{text-align:center;font-size:12pt}svg{max-width:100%}text{font-size:11px}.series-1{fill:#225}
        """;

    public static string Page(Worked report)
    {
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{Text(report.Title)}</title><style>{Style}</style></head><body>\n");
        foreach (var block in report.Blocks)
        {
            switch (block.Kind)
            {
                case "heading":
                    html.Append($"<h{block.Level}>{Spans(report, block)}</h{block.Level}>\n");
                    break;
                case "paragraph":
                    html.Append($"<p>{Spans(report, block)}</p>\n");
                    break;
                default:
                    Series(html, report.Figures.First(f => f.Number == block.Figure), block.Kind == "chart");
                    break;
            }
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void Series(StringBuilder html, WorkedFigure figure, bool chart)
    {
        html.Append($"<figure><figcaption>{Text($"{figure.Title}（{figure.PeriodSaid}，单位：{figure.Unit}）")}</figcaption>{(chart ? Bars.Drawing(figure).ToString(SaveOptions.DisableFormatting) : "")}<table>");
        foreach (var row in figure.Under)
        {
            html.Append($"<tr><th scope=\"row\">{Text(row.Title)}</th><td><data data-figure=\"{figure.Number}\">{Text(row.Said)}</data></td></tr>");
        }

        html.Append("</table></figure>\n");
    }

    private static string Spans(Worked report, WorkedBlock block) => string.Concat(block.Spans.Select(s => s.Kind == "figure"
        ? $"<data data-figure=\"{s.Figure}\" title=\"{Text($"{report.Figures.First(f => f.Number == s.Figure).Records} 条记录")}\">{Text(s.Text)}</data>"
        : Text(s.Text)));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
