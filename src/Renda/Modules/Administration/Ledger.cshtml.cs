using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
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
        var latest = await db.Records.AsNoTracking().Where(r => r.Congress == Actor.Congress)
            .OrderByDescending(r => r.At).ThenBy(r => r.MatterId).ThenByDescending(r => r.Sequence).Take(Shown)
            .Select(r => new { r.MatterId, r.At, r.PersonId, r.Step, r.Version, r.Hash }).ToListAsync();
        List<Guid> matters = [.. latest.Select(r => r.MatterId)];
        List<Guid?> people = [.. latest.Select(r => r.PersonId)];
        var names = await db.People.Where(p => p.Congress == Actor.Congress && people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var numbers = await (from m in db.Matters
                             where m.Congress == Actor.Congress && matters.Contains(m.Id)
                             join p in db.Matters on new { m.Congress, Id = m.ParentId } equals new { p.Congress, Id = (Guid?)p.Id } into parents
                             from parent in parents.DefaultIfEmpty()
                             select new { m.Id, Number = m.Number ?? parent.Number }).ToDictionaryAsync(m => m.Id, m => m.Number);
        var rows = new List<LedgerRow>();
        foreach (var r in latest)
        {
            var text = await rules.VersionAsync(db, r.Version);
            var who = r.PersonId is { } person ? names[person] : text.Steps.ContainsKey(r.Step) && Casting.PublicRole(text, r.Step) is { } role ? role.Title : "命令行";
            rows.Add(new LedgerRow(r.At, numbers[r.MatterId], Title(text, r.Step), who, r.Hash));
        }

        return rows;
    }

    private static string Title(Procedure procedure, string step) =>
        procedure.Whole().Select(p => p.Steps.GetValueOrDefault(step)?.Title).FirstOrDefault(t => t is not null) ?? step;
}
