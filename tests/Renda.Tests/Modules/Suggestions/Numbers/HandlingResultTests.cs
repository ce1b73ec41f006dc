using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;
using Record = Renda.Platform.Records.Record;
using Tally = Renda.Modules.Suggestions.Numbers.Tally;

namespace Renda.Tests.Modules.Suggestions.Numbers;

/// <summary>What the records of a suggestion say became of it.</summary>
public sealed class HandlingResultTests
{
    private static readonly Standing Handed = new(370000, Guid.NewGuid(), new DateOnly(2026, 3, 1), Guid.NewGuid(), "health", Ended: false);

    [Fact]
    public void The_last_word_counts()
    {
        Assert.Null(Of());
        Assert.Equal(("", "", ""), Said("assign"));
        Assert.Equal(("planned", "", HandlingResult.Open), Said("assign", "reply kind=planned promised-by=2026-12-01"));
        Assert.Equal(("planned", "satisfied", HandlingResult.Open), Said("assign", "reply kind=planned promised-by=2026-12-01", "evaluate attitude=basically result=satisfied"));
        Assert.Equal(("planned", "satisfied", HandlingResult.Kept), Said("assign", "reply kind=planned promised-by=2026-12-01", "evaluate attitude=basically result=satisfied", "fulfil"));
        Assert.Equal(("solved", "", ""), Said("assign", "reply kind=planned promised-by=2026-12-01", "evaluate attitude=satisfied result=dissatisfied", "order-rehandling", "reply-again kind=solved"));
        Assert.Equal(("later", HandlingResult.Silent, ""), Said("assign", "reply kind=later", "record-no-response"));
        Assert.Equal(("planned", "satisfied", HandlingResult.Dropped), Said("reply kind=planned promised-by=2026-12-01", "evaluate attitude=satisfied result=satisfied", "explain-change promised-by=2027-01-31", "drop-promise"));
        Assert.Equal(new DateOnly(2027, 1, 31), Of("reply kind=planned promised-by=2026-12-01", "explain-change promised-by=2027-01-31")!.PromisedBy);
        Assert.Null(Of("assign", "withdraw"));
        Assert.Null(HandlingResult.Of(Handed with { Unit = null }, [Made("assign")]));
    }

    [Theory]
    [InlineData("370000", true, 50.0)]
    [InlineData("500000", false, 100.0)] // 重庆 29: who stays silent is left out of the rate.
    public void Whether_the_silent_stand_in_the_rate_is_for_the_rules(string jurisdiction, bool counted, double rate)
    {
        var procedure = new RuleShelf(RuleDirectory(), TimeProvider.System).Book.Find(SuggestionFlow.Id, jurisdiction, new DateOnly(2026, 11, 1)).Procedure!;
        var figures = new Figures(procedure);
        var tally = new Tally("", "", [Cell("satisfied"), Cell(HandlingResult.Silent)], figures);
        Assert.Equal((counted, (decimal?)rate), (figures.SilentCount, tally.Shares[0].Rate));
        Assert.Equal(4, figures.Kinds.Count);
        Assert.Null(new Tally("", "", [], figures).Shares[0].Rate);
    }

    private static Cell Cell(string result) => new(2026, "", "later", result, result, "", Late: false, Divided: false, 1);

    private static string RuleDirectory() => Path.Combine(AppContext.BaseDirectory, "rules");

    private static (string, string, string) Said(params string[] acts) => Of(acts) is { } result ? (result.Reply, result.Result, result.Promise) : default;

    private static HandlingResult? Of(params string[] acts) => HandlingResult.Of(Handed, [.. acts.Select(Made)]);

    private static Record Made(string act)
    {
        var words = act.Split(' ');
        return new Record
        {
            Congress = 370000,
            MatterId = Handed.Matter,
            Sequence = 1,
            Step = words[0],
            Stage = "",
            At = DateTime.UnixEpoch,
            On = Handed.OpenedOn,
            Papers = "[]",
            Version = "",
            Basis = "",
            Previous = "",
            Key = null,
            PersonId = null,
            PostId = null,
            Particulars = RecordJson.Write(Particulars.Of([.. words.Skip(1).Select(w => w.Split('=')).Select(w => (w[0], w[1]))])),
        };
    }
}
