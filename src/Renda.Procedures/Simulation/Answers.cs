using System.Globalization;

namespace Renda.Procedures;

/// <summary>Fills in what a step asks so that its needs are met where answers can meet them.</summary>
/// <param name="Generous">Numbers reach the bounds some outcomes ask for; otherwise they stay below.</param>
/// <param name="Pick">The value of a choice or yes-no field, or whether another field is filled at all; null leaves it empty.</param>
/// <param name="Weeks">How many weeks more than one a weekly plan reaches over.</param>
public sealed record Answers(IAnswerSource Source, Func<Field, string?> Pick, bool Generous, int Weeks = 0)
{
    /// <summary>Whether answers on the same day are the same whatever happened before.</summary>
    public static bool Independent(Step step) => step.Conditions()
        .All(c => c is not Condition.DayOrder { Other.Step: not null } and not Condition.Measure { Of.Step: not null });

    private const string Format = "yyyy-MM-dd";

    // A whole that shares are taken of: large enough that a half and two thirds of it differ.
    private const int Whole = 60;

    /// <summary>The answers of an act on a day.</summary>
    public Particulars Fill(Step step, MatterState matter, DateOnly today)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var measures = step.Conditions().ToList();
        var demanded = step.Needs.SelectMany(n => Demanded(n.Condition)).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var field in step.Asks)
        {
            if (Pick(field) is { } picked)
            {
                values[field.Id] = Values(field, picked, [.. measures.OfType<Condition.Measure>().Where(m => m.Counts && m.Fields.Contains(field.Id))], today);
            }
        }

        foreach (var field in measures.OfType<Condition.Measure>().Where(m => !m.Counts && m.Fields is [var one] && values.ContainsKey(one)).GroupBy(m => m.Fields[0]))
        {
            values[field.Key] = [Number(step.Asks.First(f => f.Id == field.Key), [.. field], demanded, matter, new Particulars(values))];
        }

        foreach (var sum in measures.OfType<Condition.Measure>().Where(m => !m.Counts && m.Fields.Count > 1 && m.Fields.All(values.ContainsKey)))
        {
            Share(sum, matter, values, today);
        }

        foreach (var weekly in step.Weekly)
        {
            values[weekly.From] = [today.ToString(Format)];
            values[weekly.Until] = [today.AddDays(6 + (7 * Weeks)).ToString(Format)];
        }

        Order(step, [.. measures.OfType<Condition.DayOrder>()], matter, values, today);
        return new Particulars(values);
    }

    private IReadOnlyList<string> Values(Field field, string picked, List<Condition.Measure> measures, DateOnly today) => field.Type switch
    {
        FieldType.Choice or FieldType.YesNo => [picked],
        FieldType.Text or FieldType.LongText => [Source.Words(field)],
        FieldType.Date => [(field.Bound == "after-today" ? today.AddDays(30) : today).ToString(Format)],
        FieldType.Number => [Math.Min(field.Max ?? Whole, Math.Max(field.Min ?? 0, Whole)).ToString(CultureInfo.InvariantCulture)],
        _ => Source.Ids(field, HowMany(field, measures)),
    };

    private static int HowMany(Field field, List<Condition.Measure> measures)
    {
        var least = measures.Where(m => m.Of is null && m.How is Bounding.AtLeast or Bounding.MoreThan).Select(m => m.Share.Numerator + (m.How == Bounding.MoreThan ? 1 : 0)).Append(field.Min ?? 1).Max();
        return field.Many ? least : 1;
    }

    // What a need asks whatever the outcome, such as a quorum.
    private static IEnumerable<Condition> Demanded(Condition need) => need is Condition.All all ? all.Conditions.SelectMany(Demanded) : [need];

    // Where a number is bounded from both sides by different outcomes, generous answers reach the lower bounds and others keep below the upper ones.
    private string Number(Field field, List<Condition.Measure> measures, HashSet<object?> demanded, MatterState matter, Particulars given)
    {
        var lower = measures.Where(m => m.How is Bounding.AtLeast or Bounding.MoreThan && (Generous || demanded.Contains(m))).Select(m => Math.Min(decimal.Floor(Bound(m, matter, given)) + 1, m.Of is null ? decimal.MaxValue : Total(m, matter, given))).ToList();
        var upper = measures.Where(m => m.How is Bounding.AtMost or Bounding.Exactly).Select(m => Bound(m, matter, given)).ToList();
        var number = lower.Count > 0 ? lower.Max() : Generous && upper.Count > 0 ? upper.Min() : 0;
        return decimal.Floor(Math.Min(field.Max ?? decimal.MaxValue, Math.Max(field.Min ?? 0, number))).ToString(CultureInfo.InvariantCulture);
    }

    // Votes of the first kind stay; those of the others are what is left over, all of it of the last kind.
    private static void Share(Condition.Measure sum, MatterState matter, Dictionary<string, IReadOnlyList<string>> values, DateOnly today)
    {
        if (!sum.Holds(matter, new Particulars(values), today))
        {
            foreach (var rest in sum.Fields.Skip(1))
            {
                values[rest] = ["0"];
            }

            var bound = decimal.Floor(Bound(sum, matter, new Particulars(values)));
            var first = Math.Min(Asking.Number(values[sum.Fields[0]][0]) ?? 0, bound);
            values[sum.Fields[0]] = [first.ToString(CultureInfo.InvariantCulture)];
            values[sum.Fields[^1]] = [(bound - first).ToString(CultureInfo.InvariantCulture)];
        }
    }

    private static decimal Total(Condition.Measure m, MatterState matter, Particulars given) =>
        m.Of is null ? 1 : (m.Of.Values(matter, given) is [var whole, ..] ? Asking.Number(whole) : null) ?? Whole;

    private static decimal Bound(Condition.Measure m, MatterState matter, Particulars given) => Total(m, matter, given) * m.Share.Numerator / m.Share.Denominator;

    // What is still in disorder moves to the day after the other; what may not lie ahead moves the other back.
    private static void Order(Step step, List<Condition.DayOrder> orders, MatterState matter, Dictionary<string, IReadOnlyList<string>> values, DateOnly today)
    {
        for (var turn = 0; turn < orders.Count; turn++)
        {
            foreach (var order in orders.Where(o => values.ContainsKey(o.Field) && !o.Holds(matter, new Particulars(values), today)))
            {
                var other = Particulars.Day(order.Other.Values(matter, new Particulars(values)))!.Value;
                var day = order.Later ? other.AddDays(1) : other;
                if (day > today && step.Asks.First(f => f.Id == order.Field).Bound == "today" && order.Other.Step is null)
                {
                    values[order.Other.Field] = [today.AddDays(order.Later ? -1 : 0).ToString(Format)];
                    day = today;
                }

                values[order.Field] = [day.ToString(Format)];
            }
        }
    }
}
