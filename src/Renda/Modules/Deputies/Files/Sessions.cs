using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Deputies.Files;

/// <summary>A sitting with the session it belongs to, as one person may see it.</summary>
internal sealed record SittingSeen(Sitting Sitting, string Session, string What, string Procedure);

/// <summary>The sittings and leaves on the record of the sessions a viewer may see.</summary>
internal sealed class Sessions(RendaDb db, RuleShelf rules, Actor actor)
{
    public static readonly IReadOnlyDictionary<string, Body> Bodies = new Dictionary<string, Body>(StringComparer.Ordinal)
    {
        ["congress-session"] = Body.Congress,
        ["committee-session"] = Body.Standing,
    };

    private const string Absentee = "absentee";
    private const string Granted = "approved";

    // A session is prepared some months before it sits.
    private const int PreparedFor = 1;

    public async Task<(IReadOnlyList<SittingSeen> Sittings, IReadOnlyList<Leave> Leaves)> ReadAsync(Guid person, Days period)
    {
        var procedures = Bodies.Keys.ToList();
        var since = period.From.AddYears(-PreparedFor);
        var sessions = await db.Matters.AsNoTracking().VisibleTo(db, actor)
            .Where(m => m.ParentId == null && procedures.Contains(m.Procedure) && m.OpenedOn >= since && (period.To == null || m.OpenedOn <= period.To)).ToDictionaryAsync(m => m.Id);
        List<Guid> ids = [.. sessions.Keys];
        var records = await db.Records.AsNoTracking().Where(r => r.Congress == actor.Congress && ids.Contains(r.MatterId)).OrderBy(r => r.On).ThenBy(r => r.Sequence).ToListAsync();
        List<SittingSeen> sittings = [];
        foreach (var record in records)
        {
            var session = sessions[record.MatterId];
            if (Sitting(session, (await rules.VersionAsync(db, record.Version)).Steps[record.Step], record) is { } seen && period.Cover(seen.Sitting.Day))
            {
                sittings.Add(seen);
            }
        }

        return (sittings, await LeavesAsync(person, ids));
    }

    // A step that asks on what day how many of how many were there is a sitting.
    private static SittingSeen? Sitting(Matter session, Step step, Record record)
    {
        var given = RecordJson.ReadParticulars(record.Particulars);
        if (given.Day("held-on") is not { } day || !step.Asks.Any(f => f.Id == "present") || !step.Asks.Any(f => f.Id == "total"))
        {
            return null;
        }

        var absent = given["absent"].Select(Guid.Parse).ToHashSet();
        return new SittingSeen(new Sitting(session.Id, Bodies[session.Procedure], day, absent), session.Title, given.One("what") ?? step.Title, session.Procedure);
    }

    private async Task<IReadOnlyList<Leave>> LeavesAsync(Guid person, List<Guid> sessions)
    {
        var granted = await (
            from party in db.Parties.AsNoTracking()
            where party.Congress == actor.Congress && party.PersonId == person && party.Role == Absentee
            join matter in db.Matters on new { party.Congress, Id = party.MatterId } equals new { matter.Congress, matter.Id }
            where matter.ParentId != null && matter.Stage == Granted && sessions.Contains(matter.ParentId!.Value)
            join record in db.Records on new { matter.Congress, MatterId = matter.Id } equals new { record.Congress, record.MatterId }
            where record.Sequence == 1
            select new { matter.ParentId, record.Particulars }).ToListAsync();
        // Taking part from afar (remote) is taking part.
        return [.. from leave in granted
                   let kind = RecordJson.ReadParticulars(leave.Particulars).One("kind")
                   where kind != "remote"
                   select new Leave(leave.ParentId!.Value, person, kind is "whole" or "full")];
    }
}
