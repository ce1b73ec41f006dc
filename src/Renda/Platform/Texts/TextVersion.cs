namespace Renda.Platform.Texts;

/// <summary>The text of a statute as an act fixed it. Rows are added and never altered; what comes later is another version.</summary>
internal sealed class TextVersion
{
    public required int Congress { get; init; }

    /// <summary>The matter whose act fixed it.</summary>
    public required Guid MatterId { get; init; }

    /// <summary>1, 2, 3 … in each matter.</summary>
    public required int Number { get; init; }

    /// <summary>What the office calls it: 提请审议稿, 表决稿, 2021年修正.</summary>
    public required string Label { get; init; }

    /// <summary>The record that fixed it.</summary>
    public required int Sequence { get; init; }

    /// <summary>Which step that was.</summary>
    public required string Step { get; init; }

    /// <summary>The whole text, line ends as \n.</summary>
    public required string Text { get; init; }

    /// <summary>Of the text in UTF-8, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required DateTime At { get; init; }

    /// <summary>From which day on it is in force; null for what is not law, or not yet.</summary>
    public DateOnly? From { get; init; }
}
