using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Xunit;

namespace Renda.Tests.Platform.Matters;

public sealed class ActsTests
{
    [Fact]
    public async Task The_same_key_with_another_content_is_refused_and_not_taken_for_done()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Assigned();
        await office.Do("unit", await office.Child(id), "sign");
        var key = Guid.CreateVersion7();
        Task<Outcome> Contact(string summary) => office.Try("unit", id, "contact", key, given: [("way", "phone"), ("on", "2026-01-05"), ("who", "张处长"), ("summary", summary)]);
        Assert.IsType<Outcome.Done>(await Contact("同意"));
        Assert.True(Assert.IsType<Outcome.Done>(await Contact(" 同意 ")).Repeated);
        Assert.Contains("没有办理", Assert.IsType<Outcome.Refused>(await Contact("不同意")).Reasons[0].Sentence);
    }

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_people_who_act_on_the_same_step_at_once_one_wins_and_the_other_reads_who_did_what(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        for (var round = 0; round < 10; round++)
        {
            var id = await office.Submitted();
            var seen = await office.WithDb(db => db.Matters.Where(m => m.Id == id).Select(m => m.Revision).SingleAsync());
            var outcomes = await Task.WhenAll(
                Task.Run(() => office.Try("clerk", id, "file", seen: seen, given: ("subject", "agriculture"))),
                Task.Run(() => office.Try("clerk2", id, "file", seen: seen, given: ("subject", "health"))));
            Assert.Single(outcomes.OfType<Outcome.Done>());
            var refused = Assert.Single(outcomes.OfType<Outcome.Refused>());
            var winner = outcomes[0] is Outcome.Done ? "clerk" : "clerk2";
            Assert.Contains($"{winner}已于", refused.Reasons[0].Sentence);
            Assert.Contains("立案编号", refused.Reasons[0].Sentence);
        }

        var numbers = await office.WithDb(db => db.Matters.Where(m => m.ParentId == null).Select(m => m.Number).ToListAsync());
        Assert.Equal(10, numbers.Distinct().Count());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_repeated_request_acts_once(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var key = Guid.CreateVersion7();
        var first = await office.Draft(key: key);
        Assert.Equal(first, await office.Draft(key: key));
        var file = Guid.CreateVersion7();
        await office.Do("deputy", first, "submit", ("intake", "recess"), ("signed", "yes"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => office.Try("clerk", first, "file", file, seen: 2, given: ("subject", "agriculture")))));
        Assert.All(outcomes, o => Assert.IsType<Outcome.Done>(o));
        Assert.Equal(7, outcomes.Count(o => o is Outcome.Done { Repeated: true }));
        Assert.Equal(3, await office.WithDb(db => db.Records.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_key_somebody_else_used_does_not_pass_for_ones_own(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var key = Guid.CreateVersion7();
        var id = await office.Draft(key: key);
        var outcome = await office.Try("clerk", id, "file", key);
        Assert.Contains("已被他人使用", Assert.IsType<Outcome.Refused>(outcome).Reasons[0].Sentence);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_act_leaves_nothing_behind(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Assigned();
        var before = await Counts(office);
        Assert.IsType<Outcome.Refused>(await office.Try("unit", id, "reply", given: ("kind", "solved")));
        Assert.IsType<Outcome.Refused>(await office.Try("unit", id, "contact", given: [("way", "phone"), ("on", "2026-02-30"), ("who", "某"), ("summary", "某")]));
        Assert.Equal(before, await Counts(office));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Many_writers_give_out_numbers_without_gap_or_double(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        List<Guid> ids = [];
        for (var i = 0; i < 12; i++)
        {
            ids.Add(await office.Submitted($"关于第 {i} 件事的建议"));
        }

        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => office.Try("clerk", id, "file", given: ("subject", "agriculture")))));
        Assert.All(outcomes, o => Assert.IsType<Outcome.Done>(o));
        var numbers = await office.WithDb(db => db.Matters.Select(m => m.Number!).OrderBy(n => n).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n:D4}"), numbers.Select(n => n[5..]));
    }

    private static Task<(int, int, int, int)> Counts(TestOffice office) => office.WithDb(async db =>
        (await db.Records.CountAsync(), await db.Matters.SumAsync(m => m.Revision), await db.Clocks.CountAsync(), await db.Waitings.CountAsync()));
}
