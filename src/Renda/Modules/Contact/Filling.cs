using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Contact.Opinions;
using Renda.Modules.Contact.Visits;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Contact;

/// <summary>Makes the rows of opinions and visits from the records, for a database an earlier version of the program wrote.</summary>
internal static class Filling
{
    private const string Record = "contact-record";

    public static async Task FillAsync(RendaDb db)
    {
        if (!await db.Opinions.AnyAsync() && await db.Matters.AnyAsync(m => m.Procedure == OpinionFlow.Id)
            || !await db.Visits.AnyAsync() && await db.Matters.AnyAsync(m => m.Procedure == Record))
        {
            await db.InTransactionAsync(() => MakeAsync(db), _ => true);
        }
    }

    private static async Task<bool> MakeAsync(RendaDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE opinions, visits IN EXCLUSIVE MODE"); // Of two nodes that start together one fills them.
        }

        if (!await db.Opinions.AnyAsync())
        {
            await OpinionsAsync(db);
        }

        if (!await db.Visits.AnyAsync())
        {
            await VisitsAsync(db);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return true;
    }

    private static async Task OpinionsAsync(RendaDb db)
    {
        var acts = await (
            from m in db.Matters
            where m.Procedure == OpinionFlow.Id
            join r in db.Records on new { m.Congress, MatterId = m.Id } equals new { r.Congress, r.MatterId }
            where r.Step == "hand-in" || r.Step == "receive" || r.Step == "write" || r.Step == "accept"
            select new { Matter = m, r.Sequence, r.Step, r.Particulars }).ToListAsync();
        foreach (var one in acts.GroupBy(a => a.Matter.Id))
        {
            List<Particulars> given = [.. one.OrderBy(a => a.Sequence).Select(a => RecordJson.ReadParticulars(a.Particulars))];
            var matter = one.First().Matter;
            matter.Subject ??= given.Select(g => g.One("subject")).LastOrDefault(s => s is not null);
            var steps = one.OrderBy(a => a.Sequence).Select(a => a.Step).ToList();
            matter.PersonId = (given[0].One("to") ?? given[0].One("from")) is { } deputy ? Guid.Parse(deputy) : steps[0] == "receive" ? null : matter.PersonId;
            if (given.Select(g => g.One("kind")).LastOrDefault(k => k is not null) is { } kind)
            {
                db.Opinions.Add(new Opinion { Congress = matter.Congress, MatterId = matter.Id, Kind = kind });
            }
        }
    }

    private static async Task VisitsAsync(RendaDb db)
    {
        foreach (var plan in await db.Matters.Where(m => m.Procedure == VisitFlow.Id).ToListAsync())
        {
            var first = await db.Records.AsNoTracking().SingleAsync(r => r.Congress == plan.Congress && r.MatterId == plan.Id && r.Sequence == 1);
            var contact = await db.Parties.Where(p => p.Congress == plan.Congress && p.MatterId == plan.Id && p.Role == VisitFlow.Contact).Select(p => p.PersonId).FirstOrDefaultAsync();
            (plan.Subject, plan.PersonId) = (RecordJson.ReadParticulars(first.Particulars).One("kind"), contact ?? plan.PersonId);
            var made = await (
                from m in db.Matters
                where m.Congress == plan.Congress && m.ParentId == plan.Id && m.Procedure == Record
                join r in db.Records on new { m.Congress, MatterId = m.Id } equals new { r.Congress, r.MatterId }
                where r.Sequence == 1
                select new { m.Id, r.Particulars, r.On }).ToListAsync();
            db.Visits.AddRange(made.Where(_ => contact is not null).Select(v => VisitFlow.Of(plan.Congress, plan.Id, contact!.Value, v.Id, RecordJson.ReadParticulars(v.Particulars), v.On)));
        }
    }
}
