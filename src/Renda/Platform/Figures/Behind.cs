namespace Renda.Platform.Figures;

/// <summary>A record behind a figure.</summary>
internal sealed class Behind
{
    public Guid MatterId { get; init; }

    /// <summary>The record's place in its matter; 0 for the latest the matter had by the end of the period.</summary>
    public int Sequence { get; init; }

    public DateOnly On { get; init; }

    public string Stage { get; init; } = "";

    public Guid? UnitId { get; init; }

    /// <summary>The value of the figure's field.</summary>
    public string? Value { get; init; }

    /// <summary>The whole the matter is part of, where values are told apart by it.</summary>
    public Guid? WholeId { get; init; }

    /// <summary>The days it took, where that is measured.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>What it is counted under.</summary>
    public string? Under { get; init; }
}
