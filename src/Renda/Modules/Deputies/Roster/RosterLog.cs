using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Roster;

/// <summary>Writes what happens to the roster. Saved by the caller, with the change itself.</summary>
internal sealed class RosterLog(RendaDb db, TimeProvider time)
{
    private int written;

    public void Add(Actor actor, Guid? person, string what)
    {
        var now = time.GetUtcNow();
        db.RosterEvents.Add(new RosterEvent
        {
            Congress = actor.Congress,
            Id = Guid.CreateVersion7(now.AddMilliseconds(written++)), // In the order they were written.
            At = now.UtcDateTime,
            By = actor.PersonId,
            PersonId = person,
            What = what,
        });
    }

    /// <summary>One change of the roster at a time: what was checked stays true until it is written. SQLite has one writer anyway.</summary>
    public Task LockAsync(int congress) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM congresses WHERE code = {congress} FOR UPDATE")
        : Task.CompletedTask;
}
