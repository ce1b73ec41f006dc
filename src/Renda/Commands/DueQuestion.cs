using System.Text.Json;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>When is it due, or why there is no answer.</summary>
internal abstract record DueAnswer
{
    public sealed record Counted(string Json) : DueAnswer;

    public sealed record Refused(int Code, string Sentence) : DueAnswer;
}

/// <summary>A question for a due date as it was typed.</summary>
internal sealed record DueQuestion(string Procedure, string Jurisdiction, string Limit, string From)
{
    public DueAnswer Answer(RuleBook book, WorkCalendar calendar, Divisions divisions)
    {
        if (Misput(book, divisions) is { } sentence)
        {
            return new DueAnswer.Refused(Terminal.WrongCall, sentence);
        }

        var from = DateOnly.ParseExact(From, "yyyy-MM-dd");
        var (text, none) = book.Find(Procedure, Jurisdiction, from);
        return text is not null ? Count(text, from, calendar, divisions)
            : book.InTheWay(Jurisdiction) is null ? NotSet(none)
            : new DueAnswer.Refused(Terminal.FoundWrong, none);
    }

    private string? Misput(RuleBook book, Divisions divisions)
    {
        var limits = book.Procedures.SelectMany(p => p.AllLimits()).Select(l => l.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Unknown(book, divisions, Procedure, Jurisdiction) is { } unknown ? unknown
            : Limit.Length == 0 ? $"请用 --limit 写明期限的名称。在档的有：{string.Join("、", limits)}。"
            : !limits.Contains(Limit) ? $"没有名为“{Limit}”的期限。在档的有：{string.Join("、", limits)}。"
            : !DateOnly.TryParseExact(From, "yyyy-MM-dd", out _) ? $"起算日“{From}”不是一个存在的日期。请用 --from 按 2026-02-13 的样子写。"
            : null;
    }

    /// <summary>Why a procedure or a jurisdiction, where one is named, is none; null when both are.</summary>
    public static string? Unknown(RuleBook book, Divisions divisions, string? procedure, string? jurisdiction)
    {
        var procedures = book.Procedures.Select(p => p.Id).Distinct(StringComparer.Ordinal).ToList();
        return jurisdiction is not null && !divisions.Knows(jurisdiction) ? $"没有代码为“{jurisdiction}”的行政区划。请填六位代码（如 370000），全国填 CN。"
            : procedure is not null && !procedures.Contains(procedure) ? $"没有名为“{procedure}”的程序。在档的有：{string.Join("、", procedures)}。"
            : null;
    }

    private DueAnswer Count(Procedure text, DateOnly from, WorkCalendar calendar, Divisions divisions)
    {
        var owner = text.Whole().FirstOrDefault(p => p.Limits.ContainsKey(Limit));
        if (owner is null)
        {
            return NotSet($"《{text.Law}》（{divisions.Show(text.Jurisdiction)}，自 {text.InForce:yyyy-MM-dd} 起施行的文本）没有规定“{Limit}”这一期限；没有规定就是没有，不能套用别处的。");
        }

        var limit = owner.Limits[Limit];
        if (limit.Kind == LimitKind.Fixed)
        {
            return NotSet($"“{limit.Title}”以{limit.Start}为准，{limit.Basis}没有规定可以计算的时长。");
        }

        try
        {
            var first = limit.Extends is { } extended ? owner.Limits[extended] : null;
            return new DueAnswer.Counted(Json(text, limit, limit.Count(from, calendar, first), divisions));
        }
        catch (ArgumentOutOfRangeException)
        {
            return new DueAnswer.Refused(Terminal.WrongCall, $"从 {From} 起算，期限超出了日期所能表示的范围。");
        }
    }

    private string Json(Procedure text, TimeLimit limit, Deadline count, Divisions divisions)
    {
        var answer = new Dictionary<string, object>
        {
            ["limit"] = limit.Id,
            ["from"] = count.From,
            ["unrolled"] = count.Unrolled,
            ["due"] = count.Due,
            ["provisional"] = count.Provisional,
            ["basis"] = limit.Basis.ToString(),
            ["derivation"] = (IEnumerable<string>)[.. Fallback(text, divisions), .. count.Derivation],
            ["kind"] = limit.Asks,
            ["procedure"] = text.Id,
            ["jurisdiction"] = Jurisdiction,
            ["rules"] = text.Jurisdiction,
        };
        if (limit.Basis.Provenance != Provenance.Read)
        {
            answer["provenance"] = DueList.Name(limit.Basis.Provenance);
        }

        if (text.Newer is { } newer)
        {
            answer["newer"] = newer;
        }

        return JsonSerializer.Serialize(answer, DueList.Json);
    }

    private IEnumerable<string> Fallback(Procedure text, Divisions divisions) =>
        text.Jurisdiction == Jurisdiction ? []
        : text.Jurisdiction == "CN" ? [$"{divisions.Show(Jurisdiction)}没有适用的地方规定在档，按全国的《{text.Law}》计算"]
        : text.BelowOptional ? [$"{divisions.Show(Jurisdiction)}没有自己的规定在档；{text.Below}规定可以参照，下面按{divisions.Show(text.Jurisdiction)}的《{text.Law}》计算，当地没有参照的以代表法为准"]
        : [$"{divisions.Show(Jurisdiction)}没有自己的规定在档，依{text.Below}，按{divisions.Show(text.Jurisdiction)}的《{text.Law}》计算"];

    private static DueAnswer.Refused NotSet(string sentence) => new(Terminal.NoSuchLimit, sentence);
}
