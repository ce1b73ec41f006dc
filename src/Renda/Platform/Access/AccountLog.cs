using Renda.Database;

namespace Renda.Platform.Access;

/// <summary>Writes what happens to accounts, posts and sign-ins. Saved by the caller, with the change itself.</summary>
internal sealed class AccountLog(RendaDb db, TimeProvider time)
{
    public void Add(Actor actor, string what, HttpContext http) => Add(actor.Congress, actor.PersonId, what, http);

    /// <param name="person">Who did it; null when nobody was signed in.</param>
    public void Add(int congress, Guid? person, string what, HttpContext http)
    {
        var now = time.GetUtcNow();
        db.AccountEvents.Add(new AccountEvent
        {
            Congress = congress,
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            PersonId = person,
            What = what,
            Address = http.Connection.RemoteIpAddress?.ToString(),
        });
    }
}
