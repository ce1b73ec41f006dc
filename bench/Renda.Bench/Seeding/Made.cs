using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Search;

namespace Renda.Bench.Seeding;

/// <summary>A suggestion with all its rows.</summary>
internal sealed record Made(
    Suggestion Text,
    IReadOnlyList<Matter> Matters,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<Record> Records,
    IReadOnlyList<MatterClock> Clocks,
    IReadOnlyList<Waiting> Waitings,
    IReadOnlyList<Listing> Listings,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<HandlingResult> Results,
    SearchDocument Document,
    string Tokens)
{
    public int Rows => 3 + Matters.Count + Parties.Count + Records.Count + Clocks.Count + Waitings.Count + Listings.Count + Passages.Count + Results.Count;
}
