using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>换届结转: what deputies handed in by the end of a term that is not finished, by unit. Each number is the register with a filter.</summary>
[Needs(SuggestionsModule.Numbers)]
internal sealed class CarriedModel(RendaDb db, RuleShelf rules, ITerms terms, TimeProvider time) : ActorPage
{
    private const string Promised = "promised";

    /// <summary>What waits for one unit, or before a unit has it at one stage.</summary>
    internal sealed record Row(string Title, Guid? Unit, string? Stage, int All, int Late, int Promised, int PromisedLate);

    /// <summary>Those that are over.</summary>
    public IReadOnlyList<Term> Ended { get; private set; } = [];

    public Term? Term { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool SeesAll => Actor.Oversees(SuggestionFlow.Id);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "term")] int? number)
    {
        var today = time.Today();
        if (rules.Book.Find(SuggestionFlow.Id, Actor.Jurisdiction, today) is not { Procedure: { } procedure })
        {
            return NotFound();
        }

        Ended = [.. (await terms.OfAsync(Actor.Congress)).Where(t => t.To < today)];
        Term = Ended.FirstOrDefault(t => t.Number == number) ?? (Ended.Count > 0 ? Ended[0] : null);
        Rows = Term?.To is { } last ? await CountAsync(procedure, last, today) : [];
        return Page();
    }

    /// <summary>The register of what a number counts.</summary>
    public string Opens(Row? row, string? stage = null, bool overdue = false) => "/suggestions" +
        (RegisterFilter.Of(stage ?? row?.Stage, row?.Unit, subject: null, year: null, lead: null, overdue) with { Unfinished = [], Until = Term!.To }).Query();

    private async Task<IReadOnlyList<Row>> CountAsync(Procedure procedure, DateOnly last, DateOnly today)
    {
        var (stages, units) = (Words.Unfinished(procedure), Actor.Units);
        var unfinished = UnfinishedMatters.By(db, Actor.Congress, SuggestionFlow.Id, stages, last);
        var open = db.Matters.AsNoTracking().VisibleTo(db, Actor, SuggestionFlow.Id).Where(m => unfinished.Contains(m.Id));
        open = SeesAll ? open : open.Where(m => units.Contains(m.UnitId!.Value));
        var counted = await open.GroupBy(m => new { m.UnitId, Stage = m.UnitId == null || m.Stage == Promised ? m.Stage : "", Late = m.DueOn < today })
            .Select(g => new { g.Key.UnitId, g.Key.Stage, g.Key.Late, Count = g.Count() }).ToListAsync();
        var names = await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress).ToDictionaryAsync(u => u.Id, u => u.Name);
        return
        [
            .. from line in counted
               group line by (line.UnitId, Stage: line.UnitId is null ? line.Stage : null) into of
               let all = of.Sum(l => l.Count)
               let title = of.Key.UnitId is { } unit ? names.GetValueOrDefault(unit, "—") : $"还没有承办单位（{procedure.Stage(of.Key.Stage!).Title}）"
               orderby of.Key.UnitId is null, all descending, title
               select new Row(
                   title, of.Key.UnitId, of.Key.Stage, all, of.Where(l => l.Late).Sum(l => l.Count),
                   of.Where(l => l.Stage == Promised).Sum(l => l.Count), of.Where(l => l.Stage == Promised && l.Late).Sum(l => l.Count)),
        ];
    }
}
