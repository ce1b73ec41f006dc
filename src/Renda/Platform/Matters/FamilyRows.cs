using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Records;

namespace Renda.Platform.Matters;

/// <summary>The rows of a matter and of its parts, in no order: with OR, or asked to sort, SQLite walks the whole key.</summary>
internal static class FamilyRows
{
    public static readonly Prepared<Func<RendaDb, int, Guid, IAsyncEnumerable<Matter>>> Matters = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid root) =>
        db.Matters.Where(m => m.Congress == congress && m.Id == root).Concat(db.Matters.Where(m => m.Congress == congress && m.ParentId == root))));

    public static readonly Prepared<Func<RendaDb, int, Guid, IAsyncEnumerable<Record>>> Records = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid root) =>
        db.Records.Where(r => r.Congress == congress && r.MatterId == root).Concat(
            from part in db.Matters
            where part.Congress == congress && part.ParentId == root
            join r in db.Records on new { part.Congress, MatterId = part.Id } equals new { r.Congress, r.MatterId }
            select r).AsNoTracking()));

    public static readonly Prepared<Func<RendaDb, int, Guid, IAsyncEnumerable<Party>>> Parties = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid root) =>
        db.Parties.Where(p => p.Congress == congress && p.MatterId == root).Concat(
            from part in db.Matters
            where part.Congress == congress && part.ParentId == root
            join p in db.Parties on new { part.Congress, MatterId = part.Id } equals new { p.Congress, p.MatterId }
            select p)));

    public static readonly Prepared<Func<RendaDb, int, Guid, IAsyncEnumerable<MatterClock>>> Clocks = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid root) =>
        db.Clocks.Where(c => c.Congress == congress && c.MatterId == root).Concat(
            from part in db.Matters
            where part.Congress == congress && part.ParentId == root
            join c in db.Clocks on new { part.Congress, MatterId = part.Id } equals new { c.Congress, c.MatterId }
            select c)));

    /// <summary>The names of those with a part in the matter itself, with the part.</summary>
    public static readonly Prepared<Func<RendaDb, int, Guid, IAsyncEnumerable<NamedParty>>> Names = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid root) =>
        from p in db.Parties
        where p.Congress == congress && p.MatterId == root
        join person in db.People on new { p.Congress, p.PersonId } equals new { person.Congress, PersonId = (Guid?)person.Id }
        select new NamedParty(p.Role, person.Id, person.Name)));
}

/// <summary>A person with a part in a matter.</summary>
internal sealed record NamedParty(string Role, Guid Person, string Name);
