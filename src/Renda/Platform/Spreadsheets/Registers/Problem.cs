namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>What is wrong in a register, and where.</summary>
/// <param name="Row">The row in the sheet; 0 when it concerns the whole of it.</param>
internal sealed record Problem(int Row, string? Column, string? Cell, string Says)
{
    public override string ToString() => Row == 0 ? Says
        : Column is null ? $"第 {Row} 行：{Says}"
        : Cell is null ? $"第 {Row} 行“{Column}”：{Says}"
        : $"第 {Row} 行“{Column}”（{Cell}）：{Says}";
}
