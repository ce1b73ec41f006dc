using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Joint;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Joint;

/// <summary>What is asked once for several suggestions is what each of them asks.</summary>
public sealed class JointRulesTests
{
    private static readonly RuleBook Book = RuleCheck.Of(Path.Combine(AppContext.BaseDirectory, "rules")).Book;

    public static TheoryData<string> Places() => new(Book.Procedures.Where(p => p.Id == SuggestionFlow.Id).Select(p => p.Jurisdiction).Distinct());

    [Theory]
    [MemberData(nameof(Places))]
    public void The_joint_reply_asks_what_the_reply_asks(string place)
    {
        var (suggestion, joint) = (Find(SuggestionFlow.Id, place), Find(JointFlow.Id, place));
        foreach (var step in (string[])["reply", "contact"])
        {
            var (asked, jointly) = (suggestion.Steps[step].Asks, joint.Steps[step].Asks);
            Assert.Equal(asked.Select(f => (f.Id, f.Type, f.Required)), jointly.Select(f => (f.Id, f.Type, f.Required)));
            Assert.Equal(asked.SelectMany(f => f.Choices), jointly.SelectMany(f => f.Choices));
            // Not as objects: lists in conditions are the same by what they hold.
            Assert.Equal(asked.Select(f => Values(f.RequiredWhen)), jointly.Select(f => Values(f.RequiredWhen)));
        }
    }

    private static Procedure Find(string id, string place) => Book.Find(id, place, new DateOnly(2026, 11, 1)).Procedure!;

    private static string Values(Condition? condition) => condition is Condition.FieldIs field ? $"{field.Field}={string.Join(',', field.Values)}" : $"{condition}";
}
