using System.Globalization;
using System.Text;

namespace Renda.Modules.Reports.Issuing;

/// <summary>A record behind a number, as a line of a package: nothing in it says what the matter is about.</summary>
/// <param name="Sequence">The record's place in its matter.</param>
/// <param name="Hash">The record's.</param>
/// <param name="Value">What was added up or told apart.</param>
internal sealed record FrozenRow(Guid MatterId, int Sequence, DateOnly On, string Hash, string? Value, Guid? WholeId, DateOnly? Began)
{
    public const string Header = "matter,sequence,on,hash,value,whole,began";

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{MatterId:D},{Sequence},{On:yyyy-MM-dd},{Hash},{Quoted(Value)},{WholeId:D},{Began:yyyy-MM-dd}");

    /// <exception cref="FormatException">It is no such line.</exception>
    public static FrozenRow Read(string line)
    {
        var cells = Cells(line);
        return cells.Count != 7 ? throw new FormatException("cells") : new FrozenRow(
            Guid.ParseExact(cells[0], "D"), int.Parse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture), Day(cells[2]), cells[3],
            cells[4].Length == 0 ? null : cells[4], cells[5].Length == 0 ? null : Guid.ParseExact(cells[5], "D"), cells[6].Length == 0 ? null : Day(cells[6]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string? value) =>
        value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
