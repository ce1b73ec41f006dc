using System.Globalization;

namespace Renda.Procedures;

/// <summary>What a step asks: tidying what was given and refusing what does not fit.</summary>
public static class Asking
{
    /// <summary>Longest single-line text, in characters, where the file sets none.</summary>
    public const int TextLength = 200;

    /// <summary>Longest running text, in characters, where the file sets none.</summary>
    public const int LongTextLength = 20_000;

    /// <summary>Trims values, drops control characters, empty ones and fields the step does not ask.</summary>
    internal static Particulars Tidy(Step step, Particulars given)
    {
        var tidy = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in step.Asks)
        {
            if (Tidy(given[field.Id]) is { Count: > 0 } values)
            {
                tidy[field.Id] = values;
            }
        }

        return new Particulars(tidy);
    }

    private static IReadOnlyList<string> Tidy(IReadOnlyList<string> values) => values.Count == 0 ? []
        : [.. values.Select(v => Plain.Text(v).ReplaceLineEndings("\n").Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the same was given both times. Papers are left aside: sent again, a file is another paper.</summary>
    public static bool Same(Step step, Particulars stored, Particulars given)
    {
        var tidy = Tidy(step, given);
        return step.Asks.Where(f => f.Type != FieldType.Papers).All(f => stored[f.Id].SequenceEqual(tidy[f.Id], StringComparer.Ordinal));
    }

    internal static IEnumerable<Refusal> Refusals(Step step, Particulars given, MatterState matter, DateOnly today)
    {
        foreach (var field in step.Asks)
        {
            if (Refuse(field, given, matter, today) is { } sentence)
            {
                yield return new Refusal(sentence, field.Id, step.Basis, null);
            }
        }
    }

    internal static bool DependsOnFields(Condition condition) => condition switch
    {
        Condition.FieldIs or Condition.FieldsDiffer or Condition.Measure or Condition.DayOrder => true,
        Condition.Not not => DependsOnFields(not.Other),
        Condition.All all => all.Conditions.Any(DependsOnFields),
        Condition.Any any => any.Conditions.Any(DependsOnFields),
        _ => false,
    };

    internal static string? FieldOf(Condition condition) => condition switch
    {
        Condition.FieldIs f => f.Field,
        Condition.FieldsDiffer f => f.Other,
        Condition.Measure m => m.Fields[^1],
        Condition.DayOrder d => d.Field,
        Condition.Complete c => c.By,
        Condition.Not not => FieldOf(not.Other),
        _ => null,
    };

    internal static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static string? Refuse(Field field, Particulars given, MatterState matter, DateOnly today)
    {
        var values = given[field.Id];
        if (values.Count == 0)
        {
            var needed = field.Required || field.MustBeYes || (field.RequiredWhen?.Holds(matter, given, today) ?? false);
            return !needed ? null
                : field.MustBeYes ? $"请确认“{field.Title}”。"
                : $"请填写“{field.Title}”。";
        }

        if (values.Count > 1 && !field.Many)
        {
            return $"“{field.Title}”只能填一项，收到 {values.Count} 项。";
        }

        if (field.Many && (values.Count < field.Min || values.Count > field.Max))
        {
            return values.Count < field.Min ? $"“{field.Title}”至少要有 {field.Min} 项，现有 {values.Count} 项。" : $"“{field.Title}”最多 {field.Max} 项，现有 {values.Count} 项。";
        }

        return values is [var one] ? RefuseValue(field, one, today) : values.Select(v => RefuseValue(field, v, today)).FirstOrDefault(s => s is not null);
    }

    private static string? RefuseValue(Field field, string value, DateOnly today) => field.Type switch
    {
        FieldType.Text => TooLong(field, value, TextLength) ?? (value.Contains('\n') ? $"“{field.Title}”只能是一行文字。" : null),
        FieldType.LongText => TooLong(field, value, LongTextLength),
        FieldType.Date => RefuseDate(field, value, today),
        FieldType.Number => RefuseNumber(field, value),
        FieldType.Choice => field.Choices.ContainsKey(value) ? null : $"“{field.Title}”没有“{value}”这一选项。",
        FieldType.YesNo => value != "yes" && value != "no" ? $"“{field.Title}”请选是或否。"
            : field.MustBeYes && value == "no" ? $"请确认“{field.Title}”。" : null,
        _ => null, // People, units and papers are looked up where they are stored.
    };

    private static string? RefuseNumber(Field field, string value) =>
        Number(value) is not { } n || n < 0 ? $"“{field.Title}”要填不小于零的数字，收到“{value}”。"
        : n < field.Min ? $"“{field.Title}”不能少于 {field.Min}，填的是 {value}。"
        : n > field.Max ? $"“{field.Title}”不能多于 {field.Max}，填的是 {value}。"
        : null;

    private static string? TooLong(Field field, string value, int length)
    {
        var max = field.Max ?? length;
        if (value.Length <= max)
        {
            return null; // No text has more characters than UTF-16 units.
        }

        var runes = value.EnumerateRunes().Count();
        return runes <= max ? null : $"“{field.Title}”最多 {max} 字，现有 {runes} 字。";
    }

    private static string? RefuseDate(Field field, string value, DateOnly today)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day))
        {
            return $"“{field.Title}”不是一个存在的日期：“{value}”。请按 2026-02-13 的样子填写。";
        }

        return field.Bound switch
        {
            "today" when day > today => $"“{field.Title}”是 {value}，晚于今天 {today:yyyy-MM-dd}。已经发生的事才能记录。",
            "after-today" when day <= today => $"“{field.Title}”是 {value}，应当晚于今天 {today:yyyy-MM-dd}。",
            _ => day.Year is < 1949 or > 2200 ? $"“{field.Title}”的年份 {day.Year} 不合理。" : null,
        };
    }
}
