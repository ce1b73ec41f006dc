using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Release;

/// <summary>The suggestions made public.</summary>
[Public("suggestions and their replies are made public by law")]
internal sealed class IndexModel(RendaDb db) : PageModel
{
    private const int LongestWords = 100;

    public IReadOnlyList<Released> Rows { get; private set; } = [];

    public IReadOnlyList<Congress> Congresses { get; private set; } = [];

    public Congress? Congress { get; private set; }

    public int? Year { get; private set; }

    public string? Words { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public async Task OnGetAsync([FromQuery] int? congress, [FromQuery] int? year, [FromQuery] string? q, [FromQuery] string? after)
    {
        Congresses = await db.Congresses.AsNoTracking().OrderBy(c => c.Code).ToListAsync();
        Congress = Congresses.FirstOrDefault(c => c.Code == congress) ?? (Congresses.Count > 0 ? Congresses[0] : null);
        Year = year is >= 1949 and <= 2200 ? year : null;
        Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, LongestWords)];
        var cursor = Cursors.Read(after);
        First = cursor is null;
        if (Congress is { } here)
        {
            var rows = await Released.PageAsync(db, here.Code, Year, Words, cursor);
            Rows = [.. rows.Take(Released.PageSize).Where(r => Words is null || r.Says(Words))];
            Next = rows.Count > Released.PageSize ? Address(Cursors.Write(rows[Released.PageSize - 1].On, rows[Released.PageSize - 1].Id)) : null;
        }
    }

    public string Address(string? after)
    {
        var query = string.Join('&', new[]
        {
            Congresses.Count > 1 ? $"congress={Congress?.Code}" : null, Year is { } y ? $"year={y}" : null, Words is null ? null : $"q={Uri.EscapeDataString(Words)}", after is null ? null : $"after={after}",
        }.OfType<string>());
        return query.Length == 0 ? "/public" : $"/public?{query}";
    }
}
