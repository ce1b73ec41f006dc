namespace Renda.Procedures;

/// <summary>A number the office reports: what is counted. The records it counts are found by the same conditions.</summary>
public sealed record Figure
{
    /// <summary>The name it is put into texts by; that of a figure of any procedure has a dot (<c>finding.opened</c>).</summary>
    public required string Key { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>What is counted in: 件, 次, 人, %.</summary>
    public required string Unit { get; init; }

    /// <summary>Where people look for it, one of <see cref="Procedure.Groups"/>.</summary>
    public required string Group { get; init; }

    /// <summary>What becomes of the rows.</summary>
    public required FigureMeasure Measure { get; init; }

    /// <summary>The procedures, or the kinds of parallel work, whose matters it is about; empty for one worked out from others.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>What is one row.</summary>
    public FigureRows Rows { get; init; }

    /// <summary>The acts counted; of matters that ended, those that may have ended them.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>The stages stood in or ended in.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>The limits that can be overdue.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>What must have been said.</summary>
    public IReadOnlyList<FigureCondition> Where { get; init; } = [];

    /// <summary>The field added up, told apart or run through.</summary>
    public FigureField? Field { get; init; }

    /// <summary>Values are told apart within each whole.</summary>
    public bool PerWhole { get; init; }

    /// <summary>The figure this one is worked out from: the share or what changed.</summary>
    public string? From { get; init; }

    /// <summary>Of a share: the figure it is a share of.</summary>
    public string? Among { get; init; }

    /// <summary>Keys it had in earlier files: texts that still use one are told the new one.</summary>
    public IReadOnlyList<string> Once { get; init; } = [];

    /// <summary>The posts that may ask for it; empty for all who make reports.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];
}

/// <summary>What is one row of a figure.</summary>
public enum FigureRows
{
    /// <summary>An act taken in the period.</summary>
    Acts,

    /// <summary>A matter begun in the period.</summary>
    Opened,

    /// <summary>A matter that ended in the period.</summary>
    Closed,

    /// <summary>A matter that stood in certain stages on the last day of the period.</summary>
    Standing,

    /// <summary>A due date in the period that passed before the act.</summary>
    Overdue,
}

/// <summary>What becomes of the rows.</summary>
public enum FigureMeasure
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>How many different values, people or units.</summary>
    Distinct,

    /// <summary>The sum of a number.</summary>
    Sum,

    /// <summary>The length of the run of consecutive whole numbers that ends with the highest.</summary>
    Run,

    /// <summary>The median of the days from the first act to the row's.</summary>
    Days,

    /// <summary>A figure as percent of another.</summary>
    Share,

    /// <summary>Percent by which a figure differs from the same period a year earlier.</summary>
    Change,
}

/// <summary>Where the value of a field is found.</summary>
public enum FigureSource
{
    /// <summary>In the act that is counted.</summary>
    Act,

    /// <summary>As it was last given in the matter.</summary>
    Matter,

    /// <summary>As it was last given in the whole the matter is part of.</summary>
    Whole,
}

/// <summary>A field of what was recorded.</summary>
public sealed record FigureField(string Id, FigureSource Source);

/// <summary>A field has one of the values.</summary>
public sealed record FigureCondition(FigureField Field, IReadOnlyList<string> Values);
