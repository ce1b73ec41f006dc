namespace Renda.Procedures;

/// <summary>The unit a limit is counted in.</summary>
public enum LimitUnit
{
    /// <summary>日、天: natural days.</summary>
    Day,

    /// <summary>工作日: working days of the official calendar.</summary>
    Workday,

    /// <summary>个月.</summary>
    Month,

    /// <summary>年.</summary>
    Year,
}

/// <summary>How a limit is meant.</summary>
public enum LimitKind
{
    /// <summary>At the latest; rolls to the next working day (Civil Code 203).</summary>
    Deadline,

    /// <summary>At least; the next step may happen the day after. Never rolls.</summary>
    Minimum,

    /// <summary>Once so much time is complete. Never rolls.</summary>
    Anniversary,

    /// <summary>So long before an event. Never rolls.</summary>
    Backwards,

    /// <summary>The day itself is the limit, as promised or named by the statute. Never rolls.</summary>
    Fixed,
}

/// <summary>A time limit set by law.</summary>
public sealed record TimeLimit
{
    /// <summary>The limit's name in files, for example <c>reply</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>How many units; 0 for <see cref="LimitKind.Fixed"/>.</summary>
    public required int Amount { get; init; }

    /// <summary>The unit counted in.</summary>
    public required LimitUnit Unit { get; init; }

    /// <summary>How it is meant.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>The statute's words for the start, for example 交办之日.</summary>
    public required string Start { get; init; }

    /// <summary>Acts that start it: <c>step</c>, or <c>part.step</c> for an act of a child.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Starts only when the act leads into one of these stages; empty for any.</summary>
    public IReadOnlyList<string> Into { get; init; } = [];

    /// <summary>Starting acts that report an earlier event, each with its field that holds the day. Without the day the limit does not start.</summary>
    public IReadOnlyDictionary<string, string> Dated { get; init; } = new Dictionary<string, string>();

    /// <summary>Acts that stop it.</summary>
    public required IReadOnlyList<string> Until { get; init; }

    /// <summary>For an extension: the limit it replaces, whose start it keeps.</summary>
    public string? Extends { get; init; }

    /// <summary>For an extension: counted on from the unrolled end of the first limit, not from its start.</summary>
    public bool FromEnd { get; init; }

    /// <summary>The role that must consent, or null if none is named.</summary>
    public string? Consent { get; init; }

    /// <summary>一般: missed, it only warns.</summary>
    public bool Soft { get; init; }

    /// <summary>A time in which something may be done; passed, it closes a door and nobody is late.</summary>
    public bool Window { get; init; }

    /// <summary>What the due date asks: to be done by it (<c>deadline</c>), not before the day after it (<c>earliest</c>),
    /// or by it because of an event ahead (<c>latest</c>).</summary>
    public string Asks => Kind switch
    {
        LimitKind.Minimum or LimitKind.Anniversary => "earliest",
        LimitKind.Backwards => "latest",
        _ => "deadline",
    };

    /// <summary>So long at least: it opens a door and nobody is late.</summary>
    public bool LeastTime => Kind is LimitKind.Minimum or LimitKind.Anniversary;

    /// <summary>For <see cref="LimitKind.Fixed"/>: the field of the starting act that holds the day.</summary>
    public string? Field { get; init; }

    /// <summary>For <see cref="LimitKind.Fixed"/>: the month and day the statute itself names, <c>01-31</c>; null where an act sets the day.</summary>
    public string? Yearly { get; init; }

    /// <summary>The first day by this month and day that is not before a day.</summary>
    public DateOnly? NextYearly(DateOnly from)
    {
        if (Yearly is null)
        {
            return null;
        }

        var yearly = DateOnly.ParseExact($"2000-{Yearly}", "yyyy-MM-dd"); // A leap year has every day.
        var day = yearly.AddYears(from.Year - yearly.Year);
        return day >= from ? day : yearly.AddYears(from.Year + 1 - yearly.Year);
    }

    /// <summary>Starts only when this holds of the matter; null always.</summary>
    public Condition? When { get; init; }

    /// <summary>The article.</summary>
    public required Basis Basis { get; init; }

    /// <summary>For example 5日, 10个工作日, 3个月.</summary>
    public string Span => Kind == LimitKind.Fixed ? "以载明的日期为准" : Amount + Unit switch
    {
        LimitUnit.Day => "日",
        LimitUnit.Workday => "个工作日",
        LimitUnit.Month => "个月",
        _ => "年",
    };
}
