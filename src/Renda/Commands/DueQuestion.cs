using System.Text.Json;
using Renda.Platform;
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
internal sealed record DueQuestion(string Procedure, string Jurisdiction, string Limit, string From, string On = "")
{
    // The law of procedures no statute speaks of.
    private const string Practice = "本机关工作制度";

    public DueAnswer Answer(RuleBook book, WorkCalendar calendar, Divisions divisions)
    {
        if (Misput(book, divisions) is { } sentence)
        {
            return new DueAnswer.Refused(Terminal.WrongCall, sentence);
        }

        var from = DateOnly.ParseExact(From, "yyyy-MM-dd");
        var (text, none) = book.Find(Procedure, Jurisdiction, Day(book, from));
        return text is not null ? Count(book, text, from, calendar, divisions)
            : book.InTheWay(Jurisdiction) is null ? NotSet(none)
            : new DueAnswer.Refused(Terminal.FoundWrong, none);
    }

    // The text by the day that was named; else by the start, except of years that began long before the act, such as a birth.
    private DateOnly Day(RuleBook book, DateOnly from) =>
        On.Length > 0 ? DateOnly.ParseExact(On, "yyyy-MM-dd")
        : book.Procedures.Where(p => p.Id == Procedure).SelectMany(p => p.AllLimits()).Any(l => l.Id == Limit && l.Kind == LimitKind.Anniversary) ? TimeProvider.System.Today()
        : from;

    private string? Misput(RuleBook book, Divisions divisions)
    {
        var limits = book.Procedures.SelectMany(p => p.AllLimits()).Select(l => l.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Unknown(book, divisions, Procedure, Jurisdiction) is { } unknown ? unknown
            : Limit.Length == 0 ? $"请用 --limit 写明期限的名称。在档的有：{string.Join("、", limits)}。"
            : !limits.Contains(Limit) ? $"没有名为“{Limit}”的期限。在档的有：{string.Join("、", limits)}。"
            : From.Length == 0 ? "请用 --from 写明起算日，如 2026-02-13。"
            : On.Length > 0 && !DateOnly.TryParseExact(On, "yyyy-MM-dd", out _) ? $"“{On}”不是一个存在的日期。请用 --on 按 2026-02-13 的样子写。"
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

    private DueAnswer Count(RuleBook book, Procedure text, DateOnly from, WorkCalendar calendar, Divisions divisions)
    {
        var owner = text.Whole().FirstOrDefault(p => p.Limits.ContainsKey(Limit));
        if (owner is null)
        {
            return NotSet($"{Source(text, divisions)}没有规定“{Limit}”这一期限；没有规定就是没有，不能套用别处的。");
        }

        var limit = owner.Limits[Limit];
        try
        {
            var first = limit.Extends is { } extended ? owner.Limits[extended] : null;
            return new DueAnswer.Counted(Json(text, limit, limit.Count(limit.NextYearly(from) ?? from, calendar, first), book, divisions));
        }
        catch (ArgumentOutOfRangeException)
        {
            return new DueAnswer.Refused(Terminal.WrongCall, $"从 {From} 起算，期限超出了日期所能表示的范围。");
        }
    }

    private string Json(Procedure text, TimeLimit limit, Deadline count, RuleBook book, Divisions divisions)
    {
        var answer = new Dictionary<string, object>
        {
            ["limit"] = limit.Id,
            ["from"] = count.From,
            ["unrolled"] = count.Unrolled,
            ["due"] = count.Due,
            ["provisional"] = count.Provisional,
            ["basis"] = limit.Basis.ToString(),
            ["derivation"] = (IEnumerable<string>)[.. Fallback(book, text, divisions), .. count.Derivation],
            ["kind"] = limit.Asks,
            ["soft"] = limit.Soft,
            ["window"] = limit.Window,
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

    private IEnumerable<string> Fallback(RuleBook book, Procedure text, Divisions divisions) =>
        text.Jurisdiction == Jurisdiction ? []
        : text.Jurisdiction == "CN" ? [$"{divisions.Show(Jurisdiction)}没有适用的地方规定在档，按{(text.Law == Practice ? "各地通用的办事做法" : $"全国的《{text.Law}》")}计算"]
        : text.BelowOptional ? [$"{divisions.Show(Jurisdiction)}没有自己的规定在档；{text.Below}规定可以参照，下面按{divisions.Show(text.Jurisdiction)}的《{text.Law}》计算，当地没有参照的，{National(book)}"]
        : [$"{divisions.Show(Jurisdiction)}没有自己的规定在档，依{text.Below}，按{divisions.Show(text.Jurisdiction)}的《{text.Law}》计算"];

    // Where the national text sets the limit too, it is the one to go by.
    private string National(RuleBook book) =>
        book.Find(Procedure, "CN", TimeProvider.System.Today()).Procedure is { } text && text.AllLimits().FirstOrDefault(l => l.Id == Limit) is { Basis.Provenance: not Provenance.Local } limit
            ? $"以{limit.Basis.Law}为准"
            : "国家法律没有规定这一期限";

    private static string Source(Procedure text, Divisions divisions) => text.Law == Practice
        ? "办事做法（法律法规没有规定）"
        : $"《{text.Law}》（{divisions.Show(text.Jurisdiction)}，自 {text.InForce:yyyy-MM-dd} 起施行的文本）";

    private static DueAnswer.Refused NotSet(string sentence) => new(Terminal.NoSuchLimit, sentence);
}
