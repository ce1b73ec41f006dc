using System.Globalization;

namespace Renda.Procedures;

/// <summary>How a step is answered.</summary>
/// <param name="Pick">The value of a choice or yes-no field, or whether another field is filled at all; null leaves it empty.</param>
/// <param name="Generous">Numbers reach the bounds some outcomes ask for; otherwise they stay below.</param>
/// <param name="Weeks">How many weeks more than one a weekly plan reaches over.</param>
public sealed record Manner(Func<Field, string?> Pick, bool Generous, int Weeks = 0);

/// <summary>Fills in what a step asks so that its needs are met where answers can meet them.</summary>
public sealed class Answers
{
    private const string Format = "yyyy-MM-dd";

    // A whole that shares are taken of: large enough that a half and two thirds of it differ.
    private const int Whole = 60;

    private readonly Step step;
    private readonly IAnswerSource source;
    private readonly List<Condition.Measure> counts;
    private readonly List<IGrouping<string, Condition.Measure>> numbers;
    private readonly List<Condition.Measure> sums;
    private readonly List<Condition.DayOrder> orders;
    private readonly HashSet<object?> demanded;

    /// <summary>Answers to what a step asks.</summary>
    public Answers(Step step, IAnswerSource source)
    {
        ArgumentNullException.ThrowIfNull(step);
        (this.step, this.source) = (step, source);
        List<Condition> conditions = [.. step.Conditions()];
        var measures = conditions.OfType<Condition.Measure>().ToLookup(m => m.Counts);
        counts = [.. measures[true]];
        numbers = [.. measures[false].Where(m => m.Fields.Count == 1).GroupBy(m => m.Fields[0])];
        sums = [.. measures[false].Where(m => m.Fields.Count > 1)];
        var refused = conditions.OfType<Condition.Not>().SelectMany(n => Condition.Parts(n.Other)).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        orders = [.. conditions.OfType<Condition.DayOrder>().Where(o => !refused.Contains(o))];
        demanded = step.Needs.SelectMany(n => Demanded(n.Condition)).ToHashSet(ReferenceEqualityComparer.Instance);
        Independent = conditions.TrueForAll(c => c is not Condition.DayOrder { Other.Step: not null } and not Condition.Measure { Of.Step: not null });
        Dated = orders.Count > 0 || step.Weekly.Any() || step.Asks.Any(f => f.Type == FieldType.Date);
    }

    /// <summary>Whether answers on the same day are the same whatever happened before.</summary>
    public bool Independent { get; }

    /// <summary>Whether answers differ by the day.</summary>
    public bool Dated { get; }

    /// <summary>The answers of an act on a day.</summary>
    public Particulars Fill(Manner manner, MatterState matter, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(manner);
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in step.Asks.Where(f => !f.Carried))
        {
            if (manner.Pick(field) is { } picked)
            {
                values[field.Id] = Values(field, picked, today);
            }
        }

        foreach (var field in numbers.Where(n => values.ContainsKey(n.Key)))
        {
            values[field.Key] = [Number(step.Asks.First(f => f.Id == field.Key), [.. field], manner.Generous, matter, new Particulars(values))];
        }

        foreach (var sum in sums.Where(s => s.Fields.All(values.ContainsKey)))
        {
            Share(sum, matter, values, today);
        }

        foreach (var weekly in step.Weekly)
        {
            values[weekly.From] = [today.ToString(Format)];
            values[weekly.Until] = [today.AddDays(6 + (7 * manner.Weeks)).ToString(Format)];
        }

        Order(matter, values, today);
        return new Particulars(values);
    }

    private IReadOnlyList<string> Values(Field field, string picked, DateOnly today) => field.Type switch
    {
        FieldType.Choice or FieldType.YesNo => [picked],
        FieldType.Text or FieldType.LongText => [source.Words(field)],
        FieldType.Date => [(field.Bound == "after-today" ? today.AddDays(30) : today).ToString(Format)],
        FieldType.Number => [Math.Min(field.Max ?? Whole, Math.Max(field.Min ?? 0, Whole)).ToString(CultureInfo.InvariantCulture)],
        _ => source.Ids(field, HowMany(field)),
    };

    private int HowMany(Field field)
    {
        var least = counts.Where(m => m.Fields.Contains(field.Id) && m.Of is null && m.How is Bounding.AtLeast or Bounding.MoreThan).Select(m => m.Share.Numerator + (m.How == Bounding.MoreThan ? 1 : 0)).Append(field.Min ?? 1).Max();
        return field.Many ? least : 1;
    }

    // What a need asks whatever the outcome, such as a quorum.
    private static IEnumerable<Condition> Demanded(Condition need) => need is Condition.All all ? all.Conditions.SelectMany(Demanded) : [need];

    // Where a number is bounded from both sides by different outcomes, generous answers reach the lower bounds and others keep below the upper ones.
    private string Number(Field field, List<Condition.Measure> measures, bool generous, MatterState matter, Particulars given)
    {
        var lower = measures.Where(m => m.How is Bounding.AtLeast or Bounding.MoreThan && (generous || demanded.Contains(m))).Select(m => Math.Min(decimal.Floor(Bound(m, matter, given)) + 1, m.Of is null ? decimal.MaxValue : Total(m, matter, given))).ToList();
        var upper = measures.Where(m => m.How is Bounding.AtMost or Bounding.Exactly).Select(m => Bound(m, matter, given)).ToList();
        var number = lower.Count > 0 ? lower.Max() : generous && upper.Count > 0 ? upper.Min() : 0;
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
    private void Order(MatterState matter, Dictionary<string, IReadOnlyList<string>> values, DateOnly today)
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
