using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Deputies.Files;

/// <summary>Something in a file: what it was, the part taken in it, and where it is on record.</summary>
/// <param name="Href">Null where the record itself is not the reader's to open.</param>
internal sealed record FileEntry(DateOnly On, string Procedure, string Kind, string? Number, string Title, string Part, string Stage, string? Href, Guid Matter)
{
    /// <summary>The roles played, by id.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Taken back or called off: on file, but nothing to report of.</summary>
    public bool TakenBack { get; init; }
}

/// <summary>The matters somebody has a part in, as a viewer may see them.</summary>
internal sealed class Parts(RendaDb db, RuleShelf rules, Addresses addresses, Actor actor)
{
    private const string Visits = "contact-visit";
    private const string Contact = "contact";

    // A deputy's work; what the office does for itself is nobody's file.
    private static readonly HashSet<string> Groups = new(["deputies", "legislation", "oversight", "powers"], StringComparer.Ordinal);

    // Where people take part without having a part: the lists of those who were there.
    private static readonly IReadOnlyList<string> Attended = ["course", "activity"];
    private static readonly IReadOnlyList<string> Lists = ["attended", "participants"];

    // An invitation to sign is not a signature.
    private const string Invited = "cosigner-invited";

    public async Task<IReadOnlyList<FileEntry>> ReadAsync(Guid person, Days period)
    {
        var parts = await (
            from party in db.Parties.AsNoTracking()
            where party.Congress == actor.Congress && party.PersonId == person && party.Role != Invited
            join matter in db.Matters.VisibleTo(db, actor) on new { party.Congress, Id = party.MatterId } equals new { matter.Congress, matter.Id }
            where matter.ParentId == null && matter.OriginId == null && !matter.Private // What was handed in counts once, however many units have a part of it.
            select new { party.Role, Matter = matter }).ToListAsync();
        List<FileEntry> entries = [];
        foreach (var part in parts.GroupBy(p => p.Matter.Id))
        {
            var matter = part.First().Matter;
            var procedure = await rules.VersionAsync(db, matter.Version);
            if (Groups.Contains(procedure.Group) && period.Cover(matter.OpenedOn) && matter.Procedure != Visits)
            {
                entries.Add(Entry(matter, procedure, matter.OpenedOn, matter.Title, [.. part.Select(p => p.Role).Distinct()]));
            }
        }

        entries.AddRange(await VisitsAsync(parts.Where(p => p.Matter.Procedure == Visits && p.Role == Contact).Select(p => p.Matter).ToDictionary(m => m.Id), period));
        entries.AddRange(await AttendedAsync(person, period));
        return [.. entries.OrderByDescending(e => e.On).ThenByDescending(e => e.Matter)];
    }

    private FileEntry Entry(Matter matter, Procedure procedure, DateOnly on, string title, IReadOnlyList<string> roles, string? part = null) => new(
        on, matter.Procedure, procedure.Title, matter.Number, title,
        part ?? string.Join("、", roles.Select(r => procedure.Roles.Values.FirstOrDefault(x => x.Party == r)?.Title ?? r)),
        procedure.Stage(matter.Ended ? matter.Stage : matter.ShownStage).Title, addresses.Matter(matter.Procedure, matter.Id), matter.Id)
    {
        Roles = roles,
        TakenBack = matter.Ended && matter.Stage is "withdrawn" or "cancelled",
    };

    // Each visit counts, on the day it was made.
    private async Task<List<FileEntry>> VisitsAsync(Dictionary<Guid, Matter> plans, Days period)
    {
        List<Guid> ids = [.. plans.Keys];
        var made = await (
            from visit in db.Matters.AsNoTracking()
            where visit.Congress == actor.Congress && visit.ParentId != null && ids.Contains(visit.ParentId!.Value)
            join record in db.Records on new { visit.Congress, MatterId = visit.Id } equals new { record.Congress, record.MatterId }
            where record.Sequence == 1
            select new { visit.ParentId, visit.Title, record.Particulars, record.On }).ToListAsync();
        List<FileEntry> entries = [];
        foreach (var visit in made)
        {
            var plan = plans[visit.ParentId!.Value];
            var on = RecordJson.ReadParticulars(visit.Particulars).Day("held-on") ?? visit.On;
            if (period.Cover(on))
            {
                entries.Add(Entry(plan, await rules.VersionAsync(db, plan.Version), on, visit.Title, [Contact]));
            }
        }

        return entries;
    }

    private async Task<List<FileEntry>> AttendedAsync(Guid person, Days period)
    {
        var id = $"{person}";
        var since = period.From.AddYears(-1);
        // Whoever was there knows of it, and reads so in their own file, without the record of it being theirs to open.
        var open = db.Matters.VisibleTo(db, actor);
        var all = person == actor.PersonId ? db.Matters.Where(m => m.Congress == actor.Congress) : open;
        var matters = await all.AsNoTracking()
            .Where(m => Attended.Contains(m.Procedure) && !m.Private && m.OpenedOn >= since && (period.To == null || m.OpenedOn <= period.To)).ToDictionaryAsync(m => m.Id);
        List<Guid> ids = [.. matters.Keys];
        var records = await db.Records.AsNoTracking().Where(r => r.Congress == actor.Congress && ids.Contains(r.MatterId) && r.Particulars.Contains(id)).ToListAsync();
        var opened = (await open.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync()).ToHashSet();
        List<FileEntry> entries = [];
        foreach (var record in records)
        {
            var (matter, procedure, given) = (matters[record.MatterId], await rules.VersionAsync(db, record.Version), RecordJson.ReadParticulars(record.Particulars));
            var on = procedure.Steps[record.Step].Asks.Where(f => f.Type == FieldType.Date).Select(f => given.Day(f.Id)).FirstOrDefault(d => d is not null) ?? record.On;
            if (Lists.Any(l => given[l].Contains(id)) && period.Cover(on))
            {
                var entry = Entry(matter, procedure, on, given.One("topic") ?? matter.Title, [], "参加");
                entries.Add(opened.Contains(matter.ParentId ?? matter.Id) || opened.Contains(matter.Id) ? entry : entry with { Href = null });
            }
        }

        return [.. entries.DistinctBy(e => (e.Matter, e.On, e.Title))]; // What was sent back and filled in again was one occasion.
    }
}
