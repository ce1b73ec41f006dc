using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>Answers an office would give: a choice its title speaks of, a date that leaves time, a number of the right size.</summary>
internal static class Plausible
{
    private const int FewChoices = 2;

    private static readonly string[] Deadlines = ["due-on", "until", "until-on", "valid-until", "last", "by", "rectify-by"];

    public static Particulars Dress(Step step, Particulars given, string title, int year, Random chance)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(given.Values, StringComparer.Ordinal);
        foreach (var field in step.Asks.Where(f => values.ContainsKey(f.Id)))
        {
            if (field.Type == FieldType.Choice)
            {
                values[field.Id] = [Choice(field, title, chance) ?? values[field.Id][0]];
            }
            else if (field.Type == FieldType.Date && field.Bound is null && given.Day(field.Id) is { } day && IsDeadline(field))
            {
                values[field.Id] = [$"{day.AddDays(chance.Next(15, 75)):yyyy-MM-dd}"];
            }
        }

        Counts.Dress(step, values, year, chance);
        return new Particulars(values);
    }

    // Of two choices the first is what usually happens.
    private static string? Choice(Field field, string title, Random chance) =>
        field.Choices.FirstOrDefault(c => title.Contains(c.Value, StringComparison.Ordinal)).Key
        ?? (field.Choices.Count <= FewChoices && chance.Next(2) == 0 ? field.Choices.Keys.First() : null);

    private static bool IsDeadline(Field field) => Deadlines.Contains(field.Id) || field.Id.EndsWith("-by", StringComparison.Ordinal);
}
