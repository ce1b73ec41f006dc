namespace Renda.Procedures.Diagrams;

/// <summary>The outline of a box: where a line that leaves it beside its middle begins.</summary>
internal enum Outline
{
    Rectangle, Diamond, Round,
}

internal sealed record Point(double X, double Y);

internal sealed record Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + (Width / 2);

    public double MiddleY => Y + (Height / 2);
}

/// <summary>Something to be placed: its cell in the grid and its size.</summary>
internal sealed record Box(string Id, int Column, int Row, double Width, double Height, Outline Outline = Outline.Rectangle)
{
    /// <summary>How far inside its side the outline lies, so far from the middle.</summary>
    public double Inset(double aside) => Outline switch
    {
        Outline.Diamond => Math.Abs(aside),
        Outline.Round => (Height / 2) - Math.Sqrt(Math.Max(0, (Height * Height / 4) - (aside * aside))),
        _ => 0,
    };
}

/// <summary>A line between two boxes. Those that lead back leave and arrive above, the others leave on the right and arrive on the left.</summary>
internal sealed record Link(string From, string To, bool Back);

/// <summary>The room left between boxes.</summary>
/// <param name="Before">Between a column and the first line that runs down beside it.</param>
/// <param name="After">Between the last such line and the next column: where arrows arrive.</param>
/// <param name="Pitch">Between two lines that run down side by side.</param>
/// <param name="Above">Over the topmost line that runs across above a row: where its words stand.</param>
/// <param name="Below">Between the lowest such line and the row.</param>
/// <param name="Rise">Between two lines that run across.</param>
/// <param name="Beside">How far beside the middle of a box lines leave and arrive, so that the two never run into one.</param>
internal sealed record Spacing(double Before, double After, double Pitch, double Above, double Below, double Rise, double Beside);
