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

/// <summary>The register.</summary>
[Needs(SuggestionsModule.Read)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    [FromQuery(Name = "stage")]
    public string? StageFilter { get; set; }

    [FromQuery(Name = "unit")]
    public Guid? UnitFilter { get; set; }

    [FromQuery(Name = "subject")]
    public string? SubjectFilter { get; set; }

    [FromQuery(Name = "year")]
    public int? YearFilter { get; set; }

    [FromQuery(Name = "lead")]
    public string? LeadFilter { get; set; }

    [FromQuery(Name = "overdue")]
    public bool OverdueFilter { get; set; }

    [FromQuery(Name = "unfinished")]
    public bool UnfinishedFilter { get; set; }

    [FromQuery(Name = "until")]
    public DateOnly? UntilFilter { get; set; }

    public RegisterFilter Filter { get; private set; } = RegisterFilter.None;

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public Procedure Procedure { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public int Count { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        Today = time.Today();
        var (procedure, none) = rules.Book.Find(SuggestionFlow.Id, Actor.Jurisdiction, Today);
        if (procedure is null)
        {
            Notice($"现在不能列出代表建议。{none}");
            return Redirect("/");
        }

        Procedure = procedure;
        Filter = ReadFilter();
        var cursor = Cursors.Read(after);
        First = cursor is null;
        var register = new Register(db, Actor, SuggestionFlow.Id);
        var rows = await register.PageAsync(Filter, Today, cursor);
        Rows = [.. rows.Take(Register.PageSize)];
        Next = rows.Count > Register.PageSize ? Cursors.Write(Rows[^1].OpenedOn, Rows[^1].Id) : null;
        Count = First && Next is null ? Rows.Count : await register.CountAsync(Filter, Today);
        Units = [.. (await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress && u.Handles).OrderBy(u => u.Id).Select(u => new { u.Id, u.Name }).ToListAsync()).Select(u => (u.Id, u.Name))];
        return Page();
    }

    public string StageOf(RegisterRow row) => Procedure.Stages.FirstOrDefault(s => s.Id == row.Stage)?.Title ?? row.Stage;

    // A filter that does not exist is no filter: an old address still opens the register.
    private RegisterFilter ReadFilter() => RegisterFilter.Of(
        Procedure.Stages.Any(s => s.Id == StageFilter) ? StageFilter : null,
        UnitFilter,
        Words.Subjects(Procedure).ContainsKey(SubjectFilter ?? "") ? SubjectFilter : null,
        YearFilter,
        LeadFilter,
        OverdueFilter) with
    {
        Unfinished = UnfinishedFilter ? Words.Unfinished(Procedure) : null,
        Until = UntilFilter,
    };
}
