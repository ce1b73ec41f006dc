using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>The matters of a procedure, newest first.</summary>
[Needs(MattersModule.Read)]
internal sealed class ListModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    public Work Work { get; private set; } = null!;

    public RegisterFilter Filter { get; private set; } = RegisterFilter.None;

    public IReadOnlyList<(RegisterRow Row, Stage Stage)> Rows { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public int Count { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public string Path => addresses.List(Work.Procedure.Id);

    public async Task<IActionResult> OnGetAsync(string procedure, string? stage, Guid? unit, int? year, string? q, bool overdue, string? after)
    {
        Today = time.Today();
        if (await Work.FindAsync(db, rules, addresses, Actor, procedure, Today) is not { } work)
        {
            return NotFound();
        }

        if (addresses.IsOwned(procedure))
        {
            return Redirect(addresses.List(procedure));
        }

        Work = work;
        // A stage that does not exist is no filter: an old address still opens the list.
        Filter = RegisterFilter.Of(work.Procedure.Stages.Any(s => s.Id == stage) ? stage : null, unit, subject: null, year, lead: null, overdue, q);
        await FillAsync(Cursors.Read(after));
        return Page();
    }

    private async Task FillAsync((DateOnly Day, Guid Id)? after)
    {
        var register = new Register(db, Actor, Work.Procedure.Id);
        var rows = await register.PageAsync(Filter, Today, after);
        var stages = await Stages.LoadAsync(db, rules, Work.Procedure.Id);
        Rows = [.. rows.Take(Register.PageSize).Select(r => (r, stages.Of(r)))];
        First = after is null;
        Next = rows.Count > Register.PageSize ? Cursors.Write(Rows[^1].Row.OpenedOn, Rows[^1].Row.Id) : null;
        Count = First && Next is null ? Rows.Count : await register.CountAsync(Filter, Today);
        Units = [.. (await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress).OrderBy(u => u.Id).Select(u => new { u.Id, u.Name }).ToListAsync()).Select(u => (u.Id, u.Name))];
    }
}
