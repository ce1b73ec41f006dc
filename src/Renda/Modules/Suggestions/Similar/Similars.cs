using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Division;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Search;

namespace Renda.Modules.Suggestions.Similar;

/// <summary>A suggestion, and how like a text it is.</summary>
/// <param name="Text">All it says: title, body, replies.</param>
internal sealed record Alike(Guid Matter, string Text, double Likeness);

/// <summary>Finds, among the suggestions of all years that a person may see, those that ask for the same.</summary>
internal sealed class Similars(RendaDb db, WordCounting counting)
{
    /// <summary>How many the index proposes to be compared word by word.</summary>
    private const int MostCompared = 60;

    // Below this there is nothing to go by.
    private const int FewestWords = 3;

    /// <summary>The likest first.</summary>
    /// <param name="except">The suggestion the text is of.</param>
    public async Task<(IReadOnlyList<Alike> Found, WordCounts Counts)> FindAsync(Actor actor, string title, string body, Guid? except)
    {
        var (asked, counts) = (Wording.Of(title, body), await counting.LatestAsync(db));
        var telling = asked.Pairs.Count < FewestWords ? [] : Telling.Of(asked, counts);
        if (telling.Count == 0)
        {
            return ([], counts);
        }

        var likeness = new Likeness(asked, counts);
        var proposed = await Proposed(actor, telling, except ?? Guid.Empty).ToListAsync();
        return ([.. proposed.Select(p => Compared(likeness, p)).OrderByDescending(a => a.Likeness).ThenBy(a => a.Matter)], counts);
    }

    private IQueryable<Proposal> Proposed(Actor actor, IReadOnlyList<(string Word, double Weight)> telling, Guid except) =>
        from voted in Voting.Most(db, actor, SuggestionFlow.Id, telling, MostCompared)
        join d in db.SearchDocuments.AsNoTracking() on voted.Id equals d.Id
        where d.Congress == actor.Congress
        join m in db.Matters.AsNoTracking().VisibleTo(db, actor, SuggestionFlow.Id) on new { d.Congress, Id = d.MatterId } equals new { m.Congress, m.Id }
        join s in db.Suggestions.AsNoTracking() on new { m.Congress, m.Id } equals new { s.Congress, Id = s.MatterId }
        // A divided one says nothing its parts do not; and they are not like it, they are it.
        where m.Id != except && m.OriginId != except && m.Stage != Dividing.Divided
        select new Proposal(m.Id, m.Title, s.Body, d.Text);

    // The replies stand after the body in the text that is indexed.
    private static Alike Compared(Likeness likeness, Proposal proposal)
    {
        var body = proposal.Indexed.IndexOf(proposal.Body, StringComparison.Ordinal);
        var replies = body < 0 ? "" : proposal.Indexed[(body + proposal.Body.Length)..];
        return new Alike(proposal.Matter, $"{proposal.Title}\n{proposal.Body}\n{replies}", likeness.To(Wording.Of(proposal.Title, proposal.Body, replies)));
    }

    private sealed record Proposal(Guid Matter, string Title, string Body, string Indexed);
}
