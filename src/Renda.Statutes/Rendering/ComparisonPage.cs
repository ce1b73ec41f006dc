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
            .Append("</h1><table><thead><tr><th scope=\"col\">现行</th><th scope=\"col\">修改后</th><th scope=\"col\">说明</th></tr></thead><tbody>\n");
        foreach (var link in Alignment.Of(old, @new))
        {
            var (left, right) = (Text(link.Old), Text(link.New));
            var stretches = link.Kind == LinkKind.Amended ? Comparison.Of(left, right) : null;
            page.Append("<tr><td>").Append(Cell(link.Old, left, stretches, Change.Removed)).Append("</td><td>")
                .Append(Cell(link.New, right, stretches, Change.Added)).Append("</td><td>").Append(Said(link)).Append("</td></tr>\n");
        }

        return page.Append("</tbody></table></body></html>\n").ToString();
    }

    private static string Said(Link link) => link.Kind switch
    {
        LinkKind.Unchanged => "未修改",
        LinkKind.Amended => link.Old!.Label == link.New!.Label ? "修改" : "修改，条号变动",
        LinkKind.Renumbered => "条号变动",
        LinkKind.Moved => "移动",
        LinkKind.Inserted => "新增",
        LinkKind.Deleted => "删去",
        LinkKind.Split => "拆分",
        _ => "合并",
    };

    private static string Text(Article? article)
    {
        if (article is null)
        {
            return "";
        }

        var lines = new StringBuilder();
        for (var n = article.Node; n < article.End; n++)
        {
            if (article.Statute.Label(n) + article.Statute.Words(n).ToString() is { Length: > 0 } line && n != article.Node)
            {
                lines.Append(lines.Length > 0 ? "\n" : "").Append(line);
            }
        }

        return lines.ToString();
    }

    private static string Cell(Article? article, string text, IReadOnlyList<Stretch>? stretches, Change own)
    {
        if (article is null)
        {
            return "";
        }

        var cell = new StringBuilder("<p><strong>").Append(Encode(article.Label)).Append("</strong>　");
        foreach (var stretch in stretches ?? [new Stretch(Change.Same, 0, 0, text.Length)])
        {
            if (stretch.Change != Change.Same && stretch.Change != own)
            {
                continue;
            }

            var tag = stretch.Change == Change.Removed ? "del" : stretch.Change == Change.Added ? "ins" : null;
            var words = text.Substring(own == Change.Removed ? stretch.OldStart : stretch.NewStart, stretch.Length).Split('\n');
            for (var w = 0; w < words.Length; w++)
            {
                cell.Append(w > 0 ? "</p><p>" : "").Append(tag is null || words[w].Length == 0 ? Encode(words[w]) : $"<{tag}>{Encode(words[w])}</{tag}>");
            }
        }

        return cell.Append("</p>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
