using System.Text.RegularExpressions;

namespace Renda.Procedures;

/// <summary>Whether places in the words of a step, such as <c>{who}</c>, are ones that are filled in.</summary>
internal static partial class WordVerification
{
    public static IEnumerable<Defect> Of(Step step, string[] here) =>
    [
        .. Unknown(step.Title).Select(place => Wrong(step, place, [.. here, "title"])),
        .. Unknown(step.Hint).Select(place => Wrong(step, place, [.. here, "hint"])),
        .. step.Needs.SelectMany((n, i) => Unknown(n.Says, [.. Taking.PlacesOf(n.Condition)]).Concat(Unknown(n.Remedy)).Select(place => Wrong(step, place, [.. here, "needs", $"{i}"]))),
        .. from field in step.Asks
           from place in Unknown(field.Title).Concat(Unknown(field.Hint))
           select Wrong(step, place, [.. here, "asks", field.Id]),
        .. Number(step, [.. here, "number"]),
    ];

    private static IEnumerable<Defect> Number(Step step, string[] at)
    {
        if (step.Number is not { } number)
        {
            yield break;
        }

        var places = Places().Matches(number).Select(m => m.Value).ToList();
        foreach (var place in places.Where(p => p != "{year}" && !Counts(p)))
        {
            yield return new Defect($"步骤“{step.Id}”的编号里没有“{place}”可填；可以写 {{year}}（年份）和 {{n}}（顺序号）。", at);
        }

        // Without it every matter of the year would have the same number.
        if (!places.Exists(Counts))
        {
            yield return new Defect($"步骤“{step.Id}”的编号里要有顺序号 {{n}}。", at);
        }
    }

    private static bool Counts(string place) => place.Trim('{', '}') is { Length: > 0 and < 10 } n && n.All(c => c == 'n');

    private static IEnumerable<string> Unknown(string? words, params string[] places) =>
        words is null ? [] : Places().Matches(words).Select(m => m.Value).Except(places);

    private static Defect Wrong(Step step, string place, string[] at) =>
        new($"步骤“{step.Id}”的文字里“{place}”没有内容可填：{{who}} 用于 children、linked 的条件，{{due}} 用于 within，{{earliest}} 用于 complete 和日期先后，{{latest}} 用于不得晚于的日期，都只写在 says 里。", at);

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
