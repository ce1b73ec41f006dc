using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>The suggestions a number of the statistics counts.</summary>
[Needs(SuggestionsModule.Numbers)]
internal sealed class ListModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    private Procedure procedure = null!;

    public Figure Figure { get; private set; } = Figures.Handed;

    public Years Years { get; private set; } = null!;

    public string? Of { get; private set; }

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] int? year, [FromQuery] int? until, [FromQuery] string? figure, [FromQuery] string? by, [FromQuery] string? of, [FromQuery] string? after)
    {
        Today = time.Today();
        if (rules.Book.Find(SuggestionFlow.Id, Actor.Jurisdiction, Today).Procedure is not { } text || new Figures(text).Find(figure) is not { } found)
        {
            return NotFound();
        }

        var way = Slicing.Find(by);
        (procedure, Figure, Years) = (text, found, Years.Of(year, until, new Years(Today.Year, Today.Year)));
        var results = Counting.Behind(db, Actor, Figure, Years, way, of, Today);
        Count = await results.CountAsync();
        var cursor = Cursors.Read(after);
        var ids = await Page(results, cursor).Select(r => r.MatterId).Take(Register.PageSize + 1).ToListAsync();
        Rows = await new Register(db, Actor, SuggestionFlow.Id).OfAsync([.. ids.Take(Register.PageSize)]);
        Of = of is null ? null : of == Slicing.None ? way.Unsaid
            : Guid.TryParse(of, out var id) ? await db.Units.Where(u => u.Congress == Actor.Congress && u.Id == id).Select(u => u.Name).FirstOrDefaultAsync()
            : way.Titles(text).GetValueOrDefault(of);
        var address = $"/suggestion-numbers/list?{Years.Query}&figure={Figure.Id}{(of is null ? "" : $"&by={way.Id}&of={Uri.EscapeDataString(of)}")}";
        Next = ids.Count > Register.PageSize && Rows.Count > 0 ? $"{address}&after={Cursors.Write(Rows[^1].OpenedOn, Rows[^1].Id)}" : null;
        First = cursor is null ? null : address;
        return Page();
    }

    public string StageOf(RegisterRow row) => procedure.Stages.FirstOrDefault(s => s.Id == row.Stage)?.Title ?? row.Stage;

    private static IQueryable<HandlingResult> Page(IQueryable<HandlingResult> results, (DateOnly Day, Guid Id)? after)
    {
        if (after is (var day, var id))
        {
            results = results.Where(r => r.OpenedOn <= day && (r.OpenedOn < day || r.MatterId.CompareTo(id) < 0));
        }

        return results.OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.MatterId);
    }
}
