using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Suggestions;

/// <summary>Suggestions are numbered by year in the order they are filed: 2026-0001.</summary>
internal static class Numbering
{
    public static async Task<string> NextAsync(RendaDb db, int congress, int year)
    {
        var name = $"{SuggestionFlow.Id}-{year}";
        while (true)
        {
            // The counter's row is locked until the transaction ends, so no number is given twice or lost.
            var value = (await db.Database.SqlQuery<int>(
                $"INSERT INTO counters (congress, name, value) VALUES ({congress}, {name}, 1) ON CONFLICT (congress, name) DO UPDATE SET value = counters.value + 1 RETURNING value AS \"Value\"").ToListAsync())[0];
            var number = $"{year}-{value:D4}";
            if (!await db.Matters.AnyAsync(m => m.Congress == congress && m.Procedure == SuggestionFlow.Id && m.Number == number))
            {
                return number;
            }
        }
    }
}
