using System.Net;
using System.Text;
using Renda.Statutes.Aligning;
using Renda.Statutes.Comparing;

namespace Renda.Statutes.Rendering;

/// <summary>The comparison table (对照表) of two versions: what is in force, what it becomes, and what was done.</summary>
public static class ComparisonPage
{
    private const string Style =
        "body{font-family:FangSong,'Noto Serif CJK SC',serif;line-height:1.7;margin:1rem}table{border-collapse:collapse;width:100%;table-layout:fixed}" +
        "th,td{border:1px solid #767676;padding:.4rem .6rem;vertical-align:top;text-align:left}th:last-child,td:last-child{width:6rem}" +
        "td p{margin:0;text-indent:2em}del{color:#8b0000;text-decoration:line-through}ins{color:#00508a;font-weight:bold;text-decoration:underline}";

    /// <summary>A page of HTML that needs no other file. Removed words are struck through, added ones underlined: colour alone tells nothing.</summary>
    public static string Html(Statute old, Statute @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var page = new StringBuilder();
        var title = Encode($"{@new.Title}对照表");
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(title).Append("</title><style>").Append(Style).Append("</style></head><body><h1>").Append(title)
            .Append("</h1>").Append(Fragment(old, @new)).Append("</body></html>\n");
        return page.ToString();
    }

    /// <summary>The table alone, without style, to stand inside a page. All its text is escaped.</summary>
    /// <param name="before">The heading of the left column.</param>
    /// <param name="after">The heading of the right column.</param>
    public static string Fragment(Statute old, Statute @new, string before = "现行", string after = "修改后")
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var table = new StringBuilder("<table class=\"comparison\"><thead><tr><th scope=\"col\">").Append(Encode(before)).Append("</th><th scope=\"col\">").Append(Encode(after)).Append("</th><th scope=\"col\">说明</th></tr></thead><tbody>\n");
        foreach (var link in Alignment.Of(old, @new))
        {
            var (left, right) = (ComparisonRows.Text(link.Old), ComparisonRows.Text(link.New));
            var stretches = link.Kind == LinkKind.Amended ? Comparison.Of(left, right) : null;
            table.Append("<tr><td>").Append(Cell(link.Old, left, stretches, Change.Removed)).Append("</td><td>")
                .Append(Cell(link.New, right, stretches, Change.Added)).Append("</td><td>").Append(ComparisonRows.Said(link)).Append("</td></tr>\n");
        }

        return table.Append("</tbody></table>").ToString();
    }

    private static string Cell(Article? article, string text, IReadOnlyList<Stretch>? stretches, Change own)
    {
        if (article is null)
        {
            return "";
        }

        var cell = new StringBuilder("<p><strong>").Append(Encode(article.Label)).Append("</strong>　");
        var tag = own == Change.Removed ? "del" : "ins";
        var lines = ComparisonRows.Lines(text, stretches, own);
        for (var l = 0; l < lines.Count; l++)
        {
            cell.Append(l > 0 ? "</p><p>" : "");
            foreach (var (words, only) in lines[l])
            {
                cell.Append(!only || words.Length == 0 ? Encode(words) : $"<{tag}>{Encode(words)}</{tag}>");
            }
        }

        return cell.Append("</p>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
