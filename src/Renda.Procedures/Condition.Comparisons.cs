namespace Renda.Procedures;

/// <summary>A field of the act at hand, or of the latest act of a step (<c>step.field</c>); a day may be counted on from it (<c>step.field + 1 year</c>).</summary>
/// <param name="Later">The times counted on from a day, one after the other.</param>
public sealed record FieldReference(string? Step, string Field, IReadOnlyList<Onward> Later)
{
    /// <summary>The values it has; empty when nothing was given or the step was not taken.</summary>
    public IReadOnlyList<string> Values(MatterState matter, Particulars given)
    {
        var values = Step is null ? given[Field] : matter.Last(Step)?.Particulars[Field] ?? [];
        return Later.Count > 0 && Particulars.Day(values) is { } day ? [Later.Aggregate(day, (d, time) => time.After(d)).ToString("yyyy-MM-dd")] : values;
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(" + ", [Step is null ? Field : $"{Step}.{Field}", .. Later]);

    internal static FieldReference Parse(string text)
    {
        var parts = text.Split(" + ");
        Onward?[] later = [.. parts.Skip(1).Select(Onward.Parse)];
        // What cannot be read stays in the name of the field, and verification finds no such field.
        return later.Contains(null) ? new FieldReference(null, text, [])
            : parts[0].Split('.') is [var step, var field] ? new FieldReference(step, field, [.. later.OfType<Onward>()])
            : new FieldReference(null, parts[0], [.. later.OfType<Onward>()]);
    }
}

/// <summary>Months or years counted on from a day.</summary>
public sealed record Onward(int Amount, LimitUnit Unit)
{
    /// <summary>The corresponding day; the month's last where there is none.</summary>
    public DateOnly After(DateOnly day) => Unit == LimitUnit.Year ? day.AddYears(Amount) : day.AddMonths(Amount);

    /// <summary>In words, for example 6个月.</summary>
    public string Words => $"{Amount}{(Unit == LimitUnit.Year ? "年" : "个月")}";

    /// <inheritdoc />
    public override string ToString() => $"{Amount} {(Unit == LimitUnit.Year ? "year" : "month")}{(Amount == 1 ? "" : "s")}";

    internal static Onward? Parse(string text) => text.Split(' ') switch
    {
        [var n, "year" or "years"] when int.TryParse(n, out var years) && years is > 0 and < 100 => new Onward(years, LimitUnit.Year),
        [var n, "month" or "months"] when int.TryParse(n, out var months) && months is > 0 and < 1200 => new Onward(months, LimitUnit.Month),
        _ => null,
    };
}

/// <summary>How a number is bounded.</summary>
public enum Bounding
{
    /// <summary>不少于.</summary>
    AtLeast,

    /// <summary>超过.</summary>
    MoreThan,

    /// <summary>不超过.</summary>
    AtMost,

    /// <summary>正好是.</summary>
    Exactly,
}

/// <summary>A fraction such as 2/3; 24 is 24/1.</summary>
public sealed record Share(int Numerator, int Denominator)
{
    /// <summary>Whether a number keeps within a bound of this share of a whole.</summary>
    public bool Bounds(decimal number, Bounding how, decimal whole) => how switch
    {
        Bounding.AtLeast => number * Denominator >= whole * Numerator,
        Bounding.MoreThan => number * Denominator > whole * Numerator,
        Bounding.Exactly => number * Denominator == whole * Numerator,
        _ => number * Denominator <= whole * Numerator,
    };

    /// <inheritdoc />
    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    internal static Share? Parse(string text) => text.Split('/') switch
    {
        [var n] when int.TryParse(n, out var whole) && whole >= 0 => new Share(whole, 1),
        [var n, var d] when int.TryParse(n, out var top) && int.TryParse(d, out var under) && top > 0 && under > 0 => new Share(top, under),
        _ => null,
    };
}

/// <content>Conditions that compare: numbers, days, people and what happened elsewhere.</content>
public abstract partial record Condition
{
    /// <summary>A number, the sum of several, or how many are named keeps within a bound. Nothing given to compare, it holds.</summary>
    /// <param name="Fields">The fields whose numbers are added up.</param>
    /// <param name="Counts">How many values the fields have counts, not the number in them.</param>
    /// <param name="Of">The bound is a share of this number; null when it is the share itself.</param>
    public sealed record Measure(IReadOnlyList<string> Fields, bool Counts, Bounding How, Share Share, FieldReference? Of) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today)
        {
            var whole = Of is null ? 1 : Number(Of.Values(matter, given));
            return Sum(given) is not { } number || whole is not { } w || Share.Bounds(number, How, w);
        }

        private decimal? Sum(Particulars given) =>
            Counts ? Fields.Sum(f => given[f].Count)
            : Fields.Any(f => Number(given[f]) is not null) ? Fields.Sum(f => Number(given[f]) ?? 0)
            : null;

        private static decimal? Number(IReadOnlyList<string> values) => values is [var one, ..] && Asking.Number(one) is { } n ? n : null;
    }

    /// <summary>A day is not earlier than another, or with <paramref name="Later"/> later. Nothing given to compare, it holds.</summary>
    public sealed record DayOrder(string Field, FieldReference Other, bool Later) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            given.Day(Field) is not { } day || Particulars.Day(Other.Values(matter, given)) is not { } other || (Later ? day > other : day >= other);

        /// <summary>The first day on which it holds; null where there is nothing to compare with.</summary>
        public DateOnly? Earliest(MatterState matter, Particulars given) => Particulars.Day(Other.Values(matter, given))?.AddDays(Later ? 1 : 0);
    }

    /// <summary>A minimum or an anniversary is over on the day in field <paramref name="By"/>, today without it.</summary>
    public sealed record Complete(string Limit, string? By) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            matter.Clocks.LastOrDefault(c => c.Limit == Limit) is { } clock && ((By is null ? null : given.Day(By)) ?? today) > clock.Due;
    }

    /// <summary>Who acts is not who last took that step.</summary>
    public sealed record OtherActor(string Step) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            matter.Actor is null || matter.Last(Step) is not { Actor: { } before } || before != matter.Actor;
    }

    /// <summary>With this act, a step was taken this year in no more than a share of last year's number. Without a last year it holds.</summary>
    public sealed record TallyWithin(string Step, Share Share) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            matter.Tallies.GetValueOrDefault(Step) is not { LastYear: > 0 } tally || Share.Bounds(tally.ThisYear + 1, Bounding.AtMost, tally.LastYear);
    }

    /// <summary>Every matter of a procedure that names this one is in one of these stages, and with <paramref name="Some"/> there is one.</summary>
    public sealed record LinkedIn(string Procedure, IReadOnlyList<string> Stages, bool Some) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            Outside(matter).Count == 0 && (!Some || matter.Linked.Any(l => l.Procedure == Procedure));

        /// <summary>The titles of those that are elsewhere.</summary>
        public IReadOnlyList<string> Outside(MatterState matter) =>
            [.. matter.Linked.Where(l => l.Procedure == Procedure && !Stages.Contains(l.Stage)).Select(l => l.Title)];
    }
}
