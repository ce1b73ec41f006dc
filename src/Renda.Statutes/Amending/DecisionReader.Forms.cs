using System.Text.RegularExpressions;

namespace Renda.Statutes.Amending;

/// <summary>The sentences of decisions.</summary>
internal static partial class DecisionReader
{
    private const string Number = "第[^条“”，。]{1,40}条(?:之[一二三四五六七八九十百零]+)?";

    private const string Place = "(?:第[^第“”，。]{1,20}?[款项目])+";

    [GeneratedRegex($"^将?(?<old>{Number})(?:改为(?<new>{Number})，)?修改为：$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex($"^增加一条，作为(?<new>{Number})：$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Added();

    [GeneratedRegex($"^删[去除](?<old>{Number})。?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gone();

    [GeneratedRegex($"^将?(?<old>{Number})改为(?<new>{Number})[，。]?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Renumbered();

    [GeneratedRegex($"[，；]?(?:将|在|删去)(?<article>{Number})?(?<place>(?:第[^第“”，。]{{1,40}}?[款项目])*)其?中的“(?<found>[^“”]+)”(?:修改为“(?<becomes>[^“”]*)”|后增加“(?<more>[^“”]+)”)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clause();

    [GeneratedRegex($"^(?:(?:将|在)?(?<old>{Number})(?:(?<place>{Place})修改为：|(?:中)?(?<added>增加一款)，作为(?<place>第[^第“”，。]{{1,20}}款)：)|删[去除](?<old>{Number})(?<place>{Place})。?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();

    private const string Path = "(?:第[^第“”，。条款项目章节编]{1,20}(?:分编|编|章|节))";

    [GeneratedRegex($"^增加一(?<kind>分编|编|章|节)，作为(?<new>{Path})，(?:分编|编|章|节)名为“(?<name>[^“”]+)”，自(?<from>{Number})起。?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddedHeading();

    [GeneratedRegex($"^删[去除](?<old>{Path}*第[^第“”，。条款项目章节编]{{1,20}}(?<kind>分编|编|章|节))(?:分编|编|章|节)名。?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoneHeading();

    [GeneratedRegex($"^将?(?<old>{Path}*第[^第“”，。条款项目章节编]{{1,20}}(?<kind>分编|编|章|节))(?:改为(?<new>{Path}))?(?:，?(?:分编|编|章|节)?名(?:称)?修改为“(?<name>[^“”]+)”)?(?:，?自(?<from>{Number})起)?。?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChangedHeading();

    [GeneratedRegex("^(?<heading>.*)（自(?<from>[^（）]*)起）$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();
}
