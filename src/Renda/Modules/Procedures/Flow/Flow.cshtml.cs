using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Procedures.Flow;

/// <summary>How a procedure is really gone through (流程再造 begins here). For those who oversee it; nothing is said of persons.</summary>
[Needs(CommonPermissions.InPost)]
internal sealed class FlowModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    public Procedure Text { get; private set; } = null!;

    public FlowFilter Filter { get; private set; } = FlowFilter.None;

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    /// <summary>The procedure, then its parallel work.</summary>
    public IReadOnlyList<Discovered> Parts { get; private set; } = [];

    public bool SeesThrough => Actor.SeesThrough(Text.Id);

    public async Task<IActionResult> OnGetAsync(string id, Guid? unit, DateOnly? from, DateOnly? until)
    {
        if (!Actor.Oversees(id) || rules.Book.Find(id, Actor.Jurisdiction, time.Today()).Procedure is not { } text)
        {
            return NotFound();
        }

        Text = text;
        Units = await UnitsAsync([id, .. text.Children.Keys]);
        // A unit that has none of these matters is no filter: an old address still opens the page.
        Filter = new FlowFilter(Units.Any(u => u.Id == unit) ? unit : null, from, until);
        var former = await Former.LoadAsync(db, rules, id);
        List<Discovered> parts = [];
        foreach (var part in text.Whole())
        {
            var moves = await Moves.ReadAsync(db, Actor, part.Id, Filter);
            parts.Add(new Discovered(part, text, moves, await Moves.ClocksAsync(db, Actor, part, Filter, time.Today()), former.Of(part.Id)));
        }

        Parts = parts;
        return Page();
    }

    /// <summary>What is looked at, so that a printed page says so.</summary>
    public string Narrowed
    {
        get
        {
            var unit = Filter.Unit is { } id ? Units.First(u => u.Id == id).Name : null;
            var period = Filter.From is null && Filter.Until is null ? null : $"{(Filter.From is { } from ? $"{Display.Date(from)} 起" : "")}{(Filter.Until is { } until ? $"至 {Display.Date(until)}" : "")}";
            return Filter.Any ? $"只算：{string.Join("，", new[] { unit, period }.OfType<string>())}。" : "";
        }
    }

    public static IHtmlContent Diagram(Discovered part) => ProcedureDiagram.Draw($"{part.Text.Title}：实际流程", part.Graph);

    public static string N(int number) => $"{number:N0}";

    private async Task<IReadOnlyList<(Guid Id, string Name)>> UnitsAsync(IReadOnlyList<string> procedures)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress).Select(u => new
        {
            u.Id,
            u.Name,
            Has = db.Matters.Any(m => m.Congress == u.Congress && procedures.Contains(m.Procedure) && m.UnitId == u.Id && !m.Private),
        }).Where(u => u.Has).OrderBy(u => u.Id).ToListAsync();
        return [.. units.Select(u => (u.Id, u.Name))];
    }
}
