using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Files;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>履职档案: what a deputy did in a year or a term, each entry a way to its record.</summary>
[Needs(DeputiesModule.Read)]
internal sealed class FileModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    public Person Person { get; private set; } = null!;

    public FilePeriod Period { get; private set; } = null!;

    public IReadOnlyList<FilePeriod> Periods { get; private set; } = [];

    public DeputyFile Told { get; private set; } = null!;

    /// <summary>Where the deputy hands in the report asked for; null where none is.</summary>
    public string? Report { get; private set; }

    public bool Own => Actor.PersonId == Person.Id;

    public async Task<IActionResult> OnGetAsync(Guid person, string? period)
    {
        if (await FindAsync(db, Actor, person) is not { } found)
        {
            return NotFound();
        }

        Person = found;
        var terms = (await Choices.LoadAsync(db, Actor.Congress)).Terms;
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.Congress == Actor.Congress && m.PersonId == person).ToListAsync();
        Period = FilePeriod.Of(period, terms, time.Today());
        Periods = FilePeriod.Of(mandates, terms, time.Today());
        Told = await DeputyFile.ReadAsync(db, rules, addresses, Actor, person, Period.Days);
        Report = Own ? await ReportAsync() : null;
        return Page();
    }

    /// <summary>Null where there is no such deputy, or the file is not this person's to read.</summary>
    public static async Task<Person?> FindAsync(RendaDb db, Actor actor, Guid person) =>
        DeputiesModule.ReadsFile(actor, person) && await db.Mandates.AnyAsync(m => m.Congress == actor.Congress && m.PersonId == person)
            ? await db.People.AsNoTracking().SingleAsync(p => p.Congress == actor.Congress && p.Id == person)
            : null;

    private async Task<string?> ReportAsync()
    {
        var asked = await db.Matters.AsNoTracking().Where(m => m.Congress == Actor.Congress && m.Procedure == DutyReportFlow.Report && m.PersonId == Actor.PersonId && m.Stage == "writing" && !m.Ended)
            .OrderByDescending(m => m.OpenedOn).Select(m => (Guid?)m.Id).FirstOrDefaultAsync();
        return asked is { } id ? $"{addresses.Act(DutyReportFlow.Id, id, DutyReportFlow.HandIn)}?draft={Period.Key}" : null;
    }
}
