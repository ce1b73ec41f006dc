using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Statutes.Comparing;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>A change in pieces: what stayed, what was struck out, what was put in.</summary>
internal sealed record EditShown(int Revision, string Place, string Name, DateTime At, string Before, IReadOnlyList<(string Words, string Kind)> Pieces);

/// <summary>Every change of a draft, the last first.</summary>
[Needs(LegislationModule.Read)]
internal sealed class EditsModel(RendaDb db, RuleShelf rules) : BillPage(db, rules)
{
    private const int PageSize = 20;

    private readonly RendaDb rows = db;

    public IReadOnlyList<EditShown> Edits { get; private set; } = [];

    public int? Next { get; private set; }

    public bool First { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? before)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var (congress, below) = (Actor.Congress, before ?? int.MaxValue);
        var found = await (
            from e in rows.BillEdits.AsNoTracking().Where(e => e.Congress == congress && e.MatterId == id && e.Revision < below).OrderByDescending(e => e.Revision).Take(PageSize + 1)
            join p in rows.People on new { e.Congress, Id = e.PersonId } equals new { p.Congress, p.Id }
            orderby e.Revision descending
            select new { Edit = e, p.Name }).ToListAsync();
        Edits = [.. found.Take(PageSize).Select(f => new EditShown(f.Edit.Revision, f.Edit.Place, f.Name, f.Edit.At, f.Edit.Before, f.Edit.Place == BillDrafts.Whole ? [] : Pieces(f.Edit.Before, f.Edit.After)))];
        Next = found.Count > PageSize ? Edits[^1].Revision : null;
        First = before is null;
        return Page();
    }

    private static List<(string Words, string Kind)> Pieces(string before, string after) =>
    [
        .. Comparison.Of(before, after).Select(s => s.Change switch
        {
            Change.Removed => (before.Substring(s.OldStart, s.Length), "del"),
            Change.Added => (after.Substring(s.NewStart, s.Length), "ins"),
            _ => (after.Substring(s.NewStart, s.Length), ""),
        }),
    ];
}
