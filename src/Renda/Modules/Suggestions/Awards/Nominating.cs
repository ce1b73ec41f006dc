using System.Security.Cryptography;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>Nominates what a person has ticked: each by the same act as one nominated by itself, all of them or none and every reason why.</summary>
internal sealed class Nominating(RendaDb db, Acts acts)
{
    private const int LongestName = 100;
    private const int MostReasons = 20;
    private const string Remedy = "一件也没有推荐。请去掉这一件，再推荐其余的。";

    /// <param name="key">The form's: sent twice, it nominates once.</param>
    public async Task<IReadOnlyList<RefusalItem>> SuggestionsAsync(Actor actor, Guid award, IReadOnlyList<SuggestionEvidence> picked, string reason, Guid key)
    {
        List<RefusalItem> refusals = [];
        await db.InTransactionAsync(async () =>
        {
            refusals.Clear(); // Tried again after another writer, it starts afresh.
            foreach (var one in picked.TakeWhile(_ => refusals.Count < MostReasons && refusals.TrueForAll(r => r.Field is null))) // What is wrong with the reason is wrong with all.
            {
                db.ChangeTracker.Clear();
                var given = Particulars.Of(
                [
                    ("name", Plain.Cut(one.Row.Title, LongestName)), ("suggestion", $"{one.Id}"), ("reason", reason), .. one.Evidence.Select(e => ("evidence", $"{e.Id}")),
                ]);
                var outcome = await acts.TakeAsync(actor, award, new ActRequest(Award.NominateSuggestion, given, Seen: null, Key(key, one.Id)));
                refusals.AddRange(Refusals(outcome).Select(r => new RefusalItem($"“{one.Row.Title}”：{r.Sentence}", r.Field == "reason" ? r.Field : null, r.Basis?.ToString(), Remedy)));
            }

            return refusals.Count == 0;
        }, done => done);
        return refusals;
    }

    /// <summary>All in one act: what is said of them is said of all.</summary>
    public async Task<IReadOnlyList<RefusalItem>> UnitsAsync(Actor actor, Guid award, IReadOnlyList<Guid> picked, string reason, Guid key)
    {
        var given = Particulars.Of([.. picked.Select(u => ("units", $"{u}")), ("reason", reason)]);
        var outcome = await acts.TakeAsync(actor, award, new ActRequest(Award.NominateUnits, given, Seen: null, key));
        return [.. Refusals(outcome).Select(r => new RefusalItem(r.Sentence, r.Field == "reason" ? r.Field : null, r.Basis?.ToString(), r.Remedy))];
    }

    private static IReadOnlyList<Refusal> Refusals(Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => refused.Reasons,
        Outcome.Hidden => [new Refusal("没有这次评选。", null, null, null)],
        _ => [],
    };

    // Each has a key of its own that the form's decides.
    private static Guid Key(Guid form, Guid suggestion) => new(SHA256.HashData([.. form.ToByteArray(), .. suggestion.ToByteArray()])[..16]);
}
