using Renda.Procedures;

namespace Renda.Modules.Legislation.Versions;

/// <summary>What the office calls the text a step fixes.</summary>
internal static class Labels
{
    public const string Field = "text";
    public const string Comparison = "comparison";

    private static readonly Dictionary<string, string> ByStep = new()
    {
        ["submit"] = "提请审议稿",
        ["publish-draft"] = "征求意见稿",
        ["unify"] = "修改稿",
        ["propose-text"] = "表决稿",
        ["proceed"] = "单独表决后的表决稿",
        ["rework"] = "进一步审议的修改稿",
        ["refer-to-congress"] = "提请大会审议稿",
        ["vote"] = "表决的文本",
        ["congress-vote"] = "大会表决的文本",
        ["promulgate"] = "公布的文本",
        ["gazette"] = "公报文本（标准文本）",
    };

    public static string Of(Step step) => ByStep.GetValueOrDefault(step.Id, step.Title);

    /// <summary>The step hands over a text.</summary>
    public static bool Fixes(Step step) => step.Asks.Any(f => f.Id == Field && f.Type == FieldType.Papers);
}
