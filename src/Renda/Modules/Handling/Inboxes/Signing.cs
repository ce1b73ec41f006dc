using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Handling.Inboxes;

/// <summary>What came of signing for one of several.</summary>
/// <param name="Why">Null where it is signed for.</param>
internal sealed record Signed(string Title, string? Number, string? Why);

/// <summary>Signs for several at once: each is an act of its own with its record, and whether one can be signed for does not depend on the others.</summary>
internal sealed class Signing(RendaDb db, Acts acts)
{
    private const string Sign = "sign";
    private const string Part = "handling";

    /// <summary>As many as a page of the inbox shows.</summary>
    public const int Most = Inbox.PageSize;

    /// <param name="key">The form's: sent twice, it signs once.</param>
    public async Task<IReadOnlyList<Signed>> RunAsync(Actor actor, IReadOnlyList<(Guid Id, int Seen)> picked, string? handler, Guid key)
    {
        var ids = picked.Select(p => p.Id).ToList();
        var known = await (
            from m in db.Matters.AsNoTracking().VisibleTo(db, actor)
            where ids.Contains(m.Id) && m.Procedure == Part
            join s in db.Matters on new { m.Congress, Id = m.ParentId } equals new { s.Congress, Id = (Guid?)s.Id }
            select new { m.Id, s.Title, s.Number }).ToDictionaryAsync(m => m.Id);
        List<Signed> done = [];
        foreach (var (id, seen) in picked.DistinctBy(p => p.Id).Take(Most))
        {
            var of = known.GetValueOrDefault(id);
            done.Add(new Signed(of?.Title ?? "（看不到此件）", of?.Number, of is null ? "此件不由您的单位承办，或者已经改派。" : await SignAsync(actor, id, seen, handler, key)));
        }

        return done;
    }

    private async Task<string?> SignAsync(Actor actor, Guid id, int seen, string? handler, Guid key)
    {
        try
        {
            var given = string.IsNullOrWhiteSpace(handler) ? Particulars.Empty : Particulars.Of(("handler", handler));
            return await acts.TakeAsync(actor, id, new ActRequest(Sign, given, seen, KeyFor(key, id))) switch
            {
                Outcome.Done => null,
                Outcome.Refused refused => string.Join("", refused.Reasons.Select(r => r.Sentence + r.Remedy)),
                _ => "此件不由您的单位承办，或者已经改派。",
            };
        }
        catch (Exception e) when (e is BusyException || Busy.IsDeadlock(e))
        {
            return $"{Busy.Sentence}请稍后再签收。";
        }
    }

    private static Guid KeyFor(Guid key, Guid id) => new(SHA256.HashData([.. key.ToByteArray(), .. id.ToByteArray()]).AsSpan(0, 16));
}
