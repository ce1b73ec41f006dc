using System.Globalization;

namespace Renda.Modules.Demo.Founding;

/// <summary>An act as the text tells it: <c>* 2019-07-04 party-clerk study-session.plan 学习 &gt; 学习1</c> and what is given, a field a line.</summary>
/// <param name="Procedure">The procedure it begins; null for a step on what was begun.</param>
/// <param name="Handle">What the text calls the matter it begins or goes on with.</param>
/// <param name="Parts">What the text calls the parallel work it opens; <c>*</c> is the number of each.</param>
internal sealed record Told(DateOnly On, string Who, string? Procedure, string Step, string Handle, string? Parts, IReadOnlyList<(string Field, string Value)> Given)
{
    public override string ToString() => $"{On:yyyy-MM-dd} {Who} {Step} {Handle}";

    public static Told Of(IReadOnlyList<string> lines, WorkDays days)
    {
        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["*", var day, var who, var step, var handle, .. var rest] || rest is not ([] or [">", _]))
        {
            throw new FormatException($"An act begins with “* day who step matter”: {lines[0]}");
        }

        var on = Day(day, days);
        var begins = step.Split('.');
        return new Told(on, who, begins.Length == 2 ? begins[0] : null, begins[^1], handle, rest is [_, var parts] ? parts : null, [.. lines.Skip(1).Select(l => Field(l, on))]);
    }

    // 2019-10-08+5 is five working days later.
    private static DateOnly Day(string text, WorkDays days)
    {
        var plus = text.Split('+');
        var on = DateOnly.ParseExact(plus[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return plus.Length == 1 ? on : days.After(on, int.Parse(plus[1], CultureInfo.InvariantCulture));
    }

    private static (string, string) Field(string line, DateOnly on)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 ? (line[..colon], line[(colon + 2)..].Replace("{on}", $"{on:yyyy-MM-dd}", StringComparison.Ordinal))
            : throw new FormatException($"A field is given as “id: value”: {line}");
    }
}
