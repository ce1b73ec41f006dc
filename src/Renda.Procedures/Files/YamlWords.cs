using YamlDotNet.Core;

namespace Renda.Procedures;

/// <summary>What the YAML parser says, in plain words.</summary>
internal static class YamlWords
{
    private static readonly (string Said, string Plain)[] Known =
    [
        (" tab", "缩进里有制表符（Tab），请改成空格。"),
        ("cannot start any token", "有一处文字以不能开头的符号开始，请给这段文字加引号。"),
        ("apping values are not allowed", "这一行多了一个“: ”，含有“: ”的文字要加引号。"),
        ("invalid mapping", "这一行多了一个“: ”，含有“: ”的文字要加引号。"),
        ("could not find expected ':'", "这一行或者上一行的名称后面缺少“: ”。"),
        ("unexpected end of stream", "引号没有收尾。"),
        ("flow sequence", "方括号没有收尾，或者括号里缺少逗号。"),
        ("flow mapping", "花括号没有收尾，或者括号里缺少逗号。"),
        ("block mapping", "缩进没有对齐，或者缺少“: ”。"),
        ("block collection", "列表的缩进没有对齐。"),
        ("expected node content", "这里缺少内容，或者多了一个符号。"),
        ("block sequence entries are not allowed", "列表的“- ”不能写在这里，请另起一行。"),
        ("unknown escape", "双引号里的反斜杠读不懂，请改用单引号。"),
        ("document start", "缩进没有对齐，或者文件里有多余的内容。"),
    ];

    public static string Of(YamlException e) =>
        $"不是正确的 YAML：{Known.FirstOrDefault(k => e.Message.Contains(k.Said, StringComparison.OrdinalIgnoreCase)).Plain ?? $"请核对缩进、引号和冒号（{e.Message}）"}";
}
