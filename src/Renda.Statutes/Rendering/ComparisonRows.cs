using System.Text;
using Renda.Statutes.Aligning;
using Renda.Statutes.Comparing;

namespace Renda.Statutes.Rendering;

/// <summary>What stands in a row of the comparison table, whatever it is written in.</summary>
internal static class ComparisonRows
{
    /// <summary>What was done, in the office's words.</summary>
    public static string Said(Link link) => link.Kind switch
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

    /// <summary>An article's lines, without its number.</summary>
    public static string Text(Article? article)
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

    /// <summary>The article's lines, each in pieces: what both have, and what only this one has.</summary>
    /// <param name="own">Removed for the old article, added for the new one.</param>
    public static IReadOnlyList<IReadOnlyList<(string Words, bool Own)>> Lines(string text, IReadOnlyList<Stretch>? stretches, Change own)
    {
        var lines = new List<IReadOnlyList<(string, bool)>>();
        var line = new List<(string, bool)>();
        foreach (var stretch in stretches ?? [new Stretch(Change.Same, 0, 0, text.Length)])
        {
            if (stretch.Change != Change.Same && stretch.Change != own)
            {
                continue;
            }

            var words = text.Substring(own == Change.Removed ? stretch.OldStart : stretch.NewStart, stretch.Length).Split('\n');
            for (var w = 0; w < words.Length; w++)
            {
                if (w > 0)
                {
                    lines.Add(line);
                    line = [];
                }

                line.Add((words[w], stretch.Change == own));
            }
        }

        lines.Add(line);
        return lines;
    }
}
