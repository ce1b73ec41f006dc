using Renda.Platform.Matters;
using Xunit;

namespace Renda.Tests.Platform.Matters;

public sealed class ListingTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Everybody_with_a_part_finds_the_suggestion_in_list_and_search_and_nobody_else_does(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Assigned();
        Assert.Equal(["clerk", "deputy", "dispatcher", "unit"], await Listing(office, id));
        Assert.Equal(["clerk", "deputy", "dispatcher", "unit"], await Finding(office, id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_that_gave_it_back_finds_it_no_more_and_the_next_one_does(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Assigned();
        await office.Do("dispatcher", await office.Child(id), "reassign", ("unit", office.Unit("省卫生健康委")));
        Assert.Equal(["clerk", "deputy", "dispatcher", "unit2"], await Listing(office, id));
        Assert.Equal(["clerk", "deputy", "dispatcher", "unit2"], await Finding(office, id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_finds_it_by_the_stage_it_is_shown_and_the_deputy_by_the_true_one(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Replied();
        await office.Do("deputy", id, "evaluate", ("attitude", "satisfied"), ("result", "satisfied"));
        Assert.Equal(["clerk", "deputy"], await Listing(office, id, "settled"));
        Assert.Equal(["dispatcher", "unit"], await Listing(office, id, "replied"));
    }

    private static Task<List<string>> Listing(TestOffice office, Guid id, string? stage = null) => Whoever(office, async who =>
    {
        var actor = await office.Actor(who);
        var rows = await office.WithDb(db => new Register(db, actor, "suggestion").PageAsync(RegisterFilter.None with { Stage = stage }, Today, after: null));
        var count = await office.WithDb(db => new Register(db, actor, "suggestion").CountAsync(RegisterFilter.None with { Stage = stage }, Today));
        Assert.Equal(rows.Count, count);
        return rows.Any(r => r.Id == id);
    });

    private static Task<List<string>> Finding(TestOffice office, Guid id) => Whoever(office, async who =>
    {
        var actor = await office.Actor(who);
        return (await office.WithDb(db => Renda.Platform.Search.Finding.PageAsync(db, actor, "供水", before: null))).Hits.Any(h => h.Matter == id);
    });

    private static async Task<List<string>> Whoever(TestOffice office, Func<string, Task<bool>> sees)
    {
        List<string> found = [];
        foreach (var who in (string[])["clerk", "cosigner", "court", "deputy", "dispatcher", "stranger", "system", "unit", "unit2"])
        {
            if (await sees(who))
            {
                found.Add(who);
            }
        }

        return found;
    }
}
