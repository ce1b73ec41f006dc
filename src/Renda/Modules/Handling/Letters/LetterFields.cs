namespace Renda.Modules.Handling.Letters;

/// <summary>The places a template of the letter can have, written {{名称}}.</summary>
internal static class LetterFields
{
    public const string Body = "正文";

    public static readonly IReadOnlyList<(string Name, bool Required, string What)> All =
    [
        ("发文机关", false, "承办单位的名称，红色的那一行"),
        ("发文字号", false, "签发时填写的字号"),
        ("办理结果", false, "A、B、C、D 类；协办意见没有"),
        ("标题", true, "例如“对……第 2026-0001 号建议的答复”"),
        ("建议编号", false, "立案编号"),
        ("建议标题", false, "建议的标题"),
        ("主送", true, "代表姓名加“代表”；协办意见为主办单位"),
        (Body, true, "签发的文稿，一段一行；所在的一段里不能有别的字"),
        ("署名", true, "承办单位的名称"),
        ("成文日期", true, "签发的日期，用阿拉伯数字"),
        ("签发人", false, "签发文稿的负责人"),
        ("联系人", false, "拟稿时填写"),
        ("联系电话", false, "拟稿时填写"),
        ("抄送", false, "代表工作机构"),
    ];

    public static readonly IReadOnlyList<string> Required = [.. All.Where(f => f.Required).Select(f => f.Name)];

    public static bool Knows(string name) => All.Any(f => f.Name == name);

    public static string Place(string name) => $"{{{{{name}}}}}";
}
