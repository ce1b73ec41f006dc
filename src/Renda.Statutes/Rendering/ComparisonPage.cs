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
        var title = Encode($"{@new.Title}对照表");
        return $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>" +
            $"<style>{Style}</style></head><body><h1>{title}</h1>{Fragment(old, @new)}</body></html>\n";
    }

    /// <summary>The table alone, to stand inside a page. All its text is escaped.</summary>
    /// <param name="left">What the old version is called.</param>
    /// <param name="right">What the new version is called.</param>
    /// <param name="changed">Leaves out the articles that are the same in both.</param>
    public static string Fragment(Statute old, Statute @new, string left = "现行", string right = "修改后", bool changed = false)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var table = new StringBuilder("<table class=\"comparison\"><thead><tr><th scope=\"col\">").Append(Encode(left)).Append("</th><th scope=\"col\">").Append(Encode(right))
            .Append("</th><th scope=\"col\">说明</th></tr></thead><tbody>\n");
        foreach (var link in Alignment.Of(old, @new).Where(l => !changed || l.Kind != LinkKind.Unchanged))
        {
            var (before, after) = (ComparisonRows.Text(link.Old), ComparisonRows.Text(link.New));
            var stretches = link.Kind == LinkKind.Amended ? Comparison.Of(before, after) : null;
            table.Append("<tr><td>").Append(Cell(link.Old, before, stretches, Change.Removed)).Append("</td><td>")
                .Append(Cell(link.New, after, stretches, Change.Added)).Append("</td><td>").Append(ComparisonRows.Said(link)).Append("</td></tr>\n");
        }

        return table.Append("</tbody></table>\n").ToString();
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
