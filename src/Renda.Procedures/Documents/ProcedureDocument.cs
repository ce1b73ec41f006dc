using System.Text;

namespace Renda.Procedures;

/// <summary>A procedure as a page people read: stages, steps, limits and the parallel work.</summary>
public static class ProcedureDocument
{
    /// <summary>The page in Markdown, the same for the same procedure.</summary>
    public static string Render(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var text = new StringBuilder();
        text.Append($"# {procedure.Title}（{procedure.Jurisdiction}）\n\n");
        text.Append($"由 `rules/{procedure.Sources[^1].Path}` 生成，请改那里，不要改这里。\n\n");
        text.Append($"- 依据：《{procedure.Law}》，自 {procedure.InForce:yyyy-MM-dd} 起适用\n");
        text.Append(procedure.Below is { } below ? $"- 下级{(procedure.BelowOptional ? "可以" : "")}参照执行：{below.Article}\n" : "- 原文没有规定下级参照执行，下级适用全国的程序\n");
        text.Append(procedure.Newer is { } newer ? $"- 注意：{newer}\n" : "");
        text.Append(procedure.Note is { } note ? $"- {note}\n" : "");
        text.Append($"\n依据后的标记：{ProcedureTables.Marks}\n");
        text.Append($"\n![环节和步骤]({Name(procedure)}.svg)\n");
        Body(text, procedure, procedure, "##");
        foreach (var child in procedure.Children.Values)
        {
            var parts = child.Parts.Count > 0 ? $"（{string.Join("、", child.Parts.Values)}）" : "";
            text.Append($"\n## 子程序：{child.Title}{parts}\n\n每个单位一件，各走各的环节。\n");
            Body(text, child, procedure, "###");
        }

        return text.ToString();
    }

    /// <summary>The page's name without an ending: that of the file it is rendered from, 370000-suggestion.</summary>
    public static string Name(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return Path.ChangeExtension(procedure.Sources[^1].Path, null).Replace('/', '-');
    }

    private static void Body(StringBuilder text, Procedure p, Procedure whole, string level)
    {
        foreach (var table in ProcedureTables.Of(p, whole))
        {
            if (table.Rows.Count == 0)
            {
                text.Append($"\n{level} {table.Title}\n\n法规没有规定{table.Title}。\n");
                continue;
            }

            text.Append($"\n{level} {table.Title}\n\n| {string.Join(" | ", table.Head)} |\n|{string.Concat(table.Head.Select(_ => "---|"))}\n");
            foreach (var row in table.Rows)
            {
                text.Append($"| {string.Join(" | ", row.Cells.Select((c, i) => Cell(string.Join("<br>", c) + (i == 0 && row.Id is { } id ? $" `{id}`" : ""))))} |\n");
            }
        }
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
