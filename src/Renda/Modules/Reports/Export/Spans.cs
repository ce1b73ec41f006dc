using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using Renda.Modules.Reports.Markup;

namespace Renda.Modules.Reports.Export;

/// <summary>The pieces of a line as markup, with no space between them that the author did not write.</summary>
internal static class Spans
{
    public static IHtmlContent Html(Reading reading, IReadOnlyList<WorkedSpan> spans)
    {
        var html = new StringBuilder();
        foreach (var span in spans)
        {
            var text = WebUtility.HtmlEncode(span.Text);
            if (span.Kind == "figure")
            {
                var figure = reading.Of(span.Figure!.Value);
                html.Append($"<a class=\"counted\" href=\"{WebUtility.HtmlEncode(reading.Opens(figure))}\" title=\"{WebUtility.HtmlEncode($"{figure.Title}：{figure.Records} 条记录")}\">{text}</a>");
                if (reading.Moved.TryGetValue(figure.Number, out var now))
                {
                    html.Append($"<span class=\"moved\">（{WebUtility.HtmlEncode(now)}）</span>");
                }
            }
            else
            {
                html.Append(span.Kind == "wrong" ? $"<mark class=\"wrong\">{text}</mark>" : text);
            }
        }

        return new HtmlString(html.ToString());
    }
}
