using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Records;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Suggestions.Import;

/// <summary>What of a plan is in the database already: the same row imported before, or another suggestion under its number.</summary>
internal static class Present
{
    private const int AtOnce = 500;

    public static async Task<IReadOnlyList<Planned>> MarkAsync(RendaDb db, int congress, IReadOnlyList<Planned> plan, Planning planning)
    {
        List<Planned> marked = [];
        foreach (var some in plan.Chunk(AtOnce))
        {
            var earlier = await EarlierAsync(db, congress, some);
            var taken = await TakenAsync(db, congress, some);
            foreach (var row in some)
            {
                marked.Add(Mark(row, earlier, taken, planning));
            }
        }

        return marked;
    }

    private static Planned Mark(Planned row, Dictionary<Guid, string> earlier, HashSet<string> taken, Planning planning)
    {
        var column = row.Row.Number.Length > 0 ? Columns.Number : Columns.Title;
        if (earlier.TryGetValue(row.Key, out var particulars))
        {
            if (particulars != RecordJson.Write(row.Given))
            {
                planning.Add(row.Row, column, $"{Name(row)}已经导入过，但内容与这一行不同。要改动请在系统里办理，不能重新导入。");
            }

            return row with { Present = true };
        }

        if (taken.Contains(row.Row.Number))
        {
            planning.Add(row.Row, column, $"系统里已有编号为 {row.Row.Number} 的另一件建议。");
        }

        return row;
    }

    private static string Name(Planned row) => row.Row.Number.Length > 0 ? $"编号 {row.Row.Number} " : "这件建议";

    private static Task<Dictionary<Guid, string>> EarlierAsync(RendaDb db, int congress, Planned[] some)
    {
        List<Guid?> keys = [.. some.Select(p => p.Key)];
        return db.Records.Where(r => r.Congress == congress && keys.Contains(r.Key))
            .Select(r => new { Key = r.Key!.Value, r.Particulars }).ToDictionaryAsync(r => r.Key, r => r.Particulars);
    }

    private static async Task<HashSet<string>> TakenAsync(RendaDb db, int congress, Planned[] some)
    {
        List<string?> numbers = [.. some.Select(p => p.Row.Number).Where(n => n.Length > 0)];
        return [.. await db.Matters.Where(m => m.Congress == congress && m.Procedure == SuggestionFlow.Id && numbers.Contains(m.Number)).Select(m => m.Number!).ToListAsync()];
    }
}
