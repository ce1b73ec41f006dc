using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Administration;

/// <summary>A record without what it holds.</summary>
internal sealed record LedgerRow(DateTime At, string? Number, string Step, string Who, string Hash);

[Needs(AdministrationModule.Ledger)]
internal sealed class LedgerPage(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    private const int Shown = 50;

    public int Records { get; private set; }

    public int Matters { get; private set; }

    public int Papers { get; private set; }

    public int Today { get; private set; }

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = time.Today();
        Records = await db.Records.CountAsync(r => r.Congress == Actor.Congress);
        Matters = await db.Matters.CountAsync(m => m.Congress == Actor.Congress);
        Papers = await db.Papers.CountAsync(p => p.Congress == Actor.Congress && p.MatterId != null);
        Today = await db.Records.CountAsync(r => r.Congress == Actor.Congress && r.On == today);
        Rows = await LatestAsync();
    }

    private async Task<IReadOnlyList<LedgerRow>> LatestAsync()
    {
        var latest = await (from r in db.Records.AsNoTracking()
                            where r.Congress == Actor.Congress
                            orderby r.At descending, r.MatterId, r.Sequence descending
                            join m in db.Matters on new { r.Congress, Id = r.MatterId } equals new { m.Congress, m.Id }
                            from root in db.Matters.Where(x => x.Congress == m.Congress && x.Id == (m.ParentId ?? m.Id))
                            from p in db.People.Where(x => x.Congress == r.Congress && x.Id == r.PersonId).DefaultIfEmpty()
                            select new { r.At, root.Number, r.Step, r.Version, Who = p.Name, r.Hash }).Take(Shown).ToListAsync();
        var rows = new List<LedgerRow>();
        foreach (var r in latest)
        {
            rows.Add(new LedgerRow(r.At, r.Number, Title(await rules.VersionAsync(db, r.Version), r.Step), r.Who ?? "命令行", r.Hash));
        }

        return rows;
    }

    private static string Title(Procedure procedure, string step) =>
        procedure.Children.Values.Prepend(procedure).Select(p => p.Steps.GetValueOrDefault(step)?.Title).FirstOrDefault(t => t is not null) ?? step;
}
