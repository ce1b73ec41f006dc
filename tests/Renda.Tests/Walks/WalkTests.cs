using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Walks;

/// <summary>Every procedure on file, walked from its first step to its end over HTTP. Suggestions, alone and handled together, have journeys of their own.</summary>
public sealed class WalkTests(WalkSite site) : IClassFixture<WalkSite>
{
    public static TheoryData<string> Procedures() => new(RuleCheck.Of(Path.Combine(AppContext.BaseDirectory, "rules")).Book.Procedures.Select(p => p.Id).Where(id => id is not ("suggestion" or "joint-handling")).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Procedures))]
    public async Task It_is_walked_from_start_to_end(string procedure)
    {
        var (id, acts) = await Walk.ToEndAsync(site, procedure);
        Assert.NotEqual(Guid.Empty, id);
        Assert.True(acts > 1);
    }
}
