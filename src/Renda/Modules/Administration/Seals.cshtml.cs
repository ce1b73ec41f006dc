using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Backup;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>Whether the ledger is sealed and backed up; sealing on demand.</summary>
[Needs(AdministrationModule.Seals)]
internal sealed class SealsPage(RendaDb db, Sealer sealer, SealEvery every, BackupSettings backup, TimeProvider time) : ActorPage
{
    private const int Shown = 20;

    public int Count { get; private set; }

    public long Sealed { get; private set; }

    public int Unsealed { get; private set; }

    public int Minutes => (int)every.Pause.TotalMinutes;

    public BackupSettings Backup => backup;

    public BackupRound? Last { get; private set; }

    public IReadOnlyList<Seal> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Rows = await db.Seals.AsNoTracking().Where(s => s.Congress == Actor.Congress).OrderByDescending(s => s.Number).Take(Shown).ToListAsync();
        (Count, Sealed) = Rows is [var last, ..] ? (last.Number, last.Last) : (0, 0);
        Unsealed = await db.UnsealedRecords.CountAsync(u => u.Congress == Actor.Congress);
        Last = await db.BackupRounds.AsNoTracking().OrderBy(r => r.Congress).FirstOrDefaultAsync();
    }

    public async Task<IActionResult> OnGetListAsync()
    {
        var seals = await db.Seals.AsNoTracking().Where(s => s.Congress == Actor.Congress).OrderBy(s => s.Number).ToListAsync();
        var now = time.GetUtcNow().UtcDateTime;
        return File(SealJson.Write(new SealList(SealList.ThisFormat, RecordLine.Instant(now), [.. seals.Select(SealLine.Of)])), "application/json", $"seals-{Actor.Congress}-{now:yyyyMMddHHmm}.json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await sealer.SealAsync(Actor.Congress, Actor.PersonId);
        Notice(made.Count == 0 ? "没有新的记录，不用封存。" : $"已封存 {made.Sum(s => s.Count)} 条记录，最后一号是第 {made[^1].Number} 号。");
        return RedirectToPage();
    }
}
