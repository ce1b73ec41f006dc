using System.Text;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>Writes instructions in the customary wording. Of quoted text each line begins with “ and the last ends with ”.</summary>
internal static class DecisionWriter
{
    public const string Through = "对条文顺序作相应调整";

    public static string Write(string title, IReadOnlyList<Instruction> instructions)
    {
        var text = new StringBuilder();
        text.Append("# 关于修改《").Append(title).Append("》的决定\n\n决定对《").Append(title).Append("》作如下修改：\n\n");
        var number = 0;
        foreach (var instruction in instructions.Where(i => i is not Instruction.NumberThrough))
        {
            text.Append(Numeral.Write(++number)).Append('、').Append(Sentence(instruction)).Append("\n\n");
        }

        if (instructions.Any(i => i is Instruction.NumberThrough))
        {
            text.Append(Numeral.Write(++number)).Append('、').Append(Through).Append("。\n\n");
        }

        return text.ToString();
    }

    private static string Sentence(Instruction instruction) => instruction switch
    {
        Instruction.Retitle i => $"将名称修改为：{Quote(i.Titles)}",
        Instruction.NewPreamble i => $"将序言修改为：{Quote(i.Lines)}",
        Instruction.NewAttachments i => $"将附件修改为：{Quote(i.Lines)}",
        Instruction.NewText i => $"将全文修改为：{Quote(i.Lines)}",
        Instruction.Frame i => $"将编、章、节设置为：{Quote([.. i.Headings.SelectMany(h => $"{h.Heading}（自{h.From}起）".Split('\n'))])}",
        Instruction.Heading i => Heading(i, Headings.Kind(i.Part)),
        Instruction.Replace i => (i.Old == i.New ? $"将{i.Old}修改为：" : $"将{i.Old}改为{i.New}，修改为：") + Quote(Numbered(i.New, i.Lines)),
        Instruction.Insert i => $"增加一条，作为{i.New}：{Quote(Numbered(i.New, i.Lines))}",
        Instruction.Delete i => $"删去{i.Old}。",
        Instruction.Change i => (i.Old == i.New && i.Patches.Count > 0 ? "" : $"将{i.Old}改为{i.New}{(i.Patches.Count > 0 ? "，" : "")}") + string.Join("，", i.Patches.Select(p => Clause(p, i.Old == i.New ? i.Old : ""))) + "。",
        _ => throw new InvalidOperationException($"No wording for {instruction.GetType().Name}."),
    };

    private static string Heading(Instruction.Heading i, string kind)
    {
        if (i.Old is null)
        {
            return $"增加一{kind}，作为{i.New}，{kind}名为“{i.Name}”，自{i.From}起。";
        }

        string?[] clauses = [i.New is null ? null : $"改为{i.New}", i.Name is null ? null : $"{kind}名修改为“{i.Name}”", i.From is null ? null : $"自{i.From}起"];
        return clauses.All(c => c is null) ? $"删去{i.Old}{kind}名。" : $"将{i.Old}{string.Join("，", clauses.Where(c => c is not null))}。";
    }

    private static string Clause(Patch patch, string article)
    {
        var place = (article + patch.Place) is { Length: > 0 } named ? named : "其";
        return patch.Becomes.Length == 0 ? $"删去{place}中的“{patch.Found}”"
            : patch.Becomes.StartsWith(patch.Found, StringComparison.Ordinal) ? $"在{place}中的“{patch.Found}”后增加“{patch.Becomes[patch.Found.Length..]}”"
            : $"将{place}中的“{patch.Found}”修改为“{patch.Becomes}”";
    }

    private static IReadOnlyList<string> Numbered(string label, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? [label] : [$"{label}　{lines[0]}", .. lines.Skip(1)];

    private static string Quote(IReadOnlyList<string> lines) => lines.Count == 0 ? "“”" : "\n\n“" + string.Join("\n\n“", lines) + "”";
}
