using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Web.Forms;

/// <summary>A unit by the name people type: 省教育厅, or 教育厅 where only one is meant.</summary>
internal sealed class UnitNames(RendaDb db, int congress, Field field)
{
    /// <summary>A list to choose from is no longer than this.</summary>
    public const int MostListed = 12;

    private const int MostNamed = 5;

    /// <summary>Reads ids as a list sends them, and names or parts of them.</summary>
    public async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Unknown)> FindAsync(IEnumerable<string> given)
    {
        List<Guid> ids = [];
        List<string> unknown = [];
        foreach (var one in given.Select(g => g.Trim()))
        {
            if (Guid.TryParse(one, out var id))
            {
                ids.Add(id); // Whether it may be named is looked up with the act.
                continue;
            }

            var units = await db.Units.AsNoTracking().Where(u => u.Congress == congress && (u.Handles || !field.Handles) && u.Name.Contains(one))
                .OrderBy(u => u.Name).Take(MostNamed + 1).Select(u => new { u.Id, u.Name }).ToListAsync();
            if ((units.Find(u => u.Name == one) ?? (units.Count == 1 ? units[0] : null)) is { } found)
            {
                ids.Add(found.Id);
            }
            else
            {
                unknown.Add(units.Count == 0 ? $"{(field.Handles ? "承办单位" : "单位")}中没有“{one}”。"
                    : $"名称里有“{one}”的不止一个，请写全：{string.Join("、", units.Take(MostNamed).Select(u => u.Name))}{(units.Count > MostNamed ? "等" : "")}。");
            }
        }

        return (ids, unknown);
    }
}
