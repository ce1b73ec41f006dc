using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Home;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Search;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>Lists, search and the to-do list, on both databases: in order, page by page, filtered, and only what one may see.</summary>
public sealed class RegisterTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Pages_follow_on_each_other_without_gap_or_double(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        for (var i = 0; i < Register.PageSize + 7; i++)
        {
            await office.Draft($"关于第 {i} 件事的建议");
        }

        var deputy = await office.Actor("deputy");
        var first = await office.WithDb(db => new Register(db, deputy, "suggestion").PageAsync(RegisterFilter.None, Today, null));
        Assert.Equal(Register.PageSize + 1, first.Count);
        var last = first[Register.PageSize - 1];
        var second = await office.WithDb(db => new Register(db, deputy, "suggestion").PageAsync(RegisterFilter.None, Today, (last.OpenedOn, last.Id)));
        Assert.Equal(7, second.Count);
        var all = first.Take(Register.PageSize).Concat(second).ToList();
        Assert.Equal(Register.PageSize + 7, all.Select(r => r.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.Id.ToString(), StringComparer.Ordinal).Select(r => r.Id), all.Select(r => r.Id));
        Assert.Equal(Register.PageSize + 7, await office.WithDb(db => new Register(db, deputy, "suggestion").CountAsync(RegisterFilter.None, Today)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_filter_finds_what_it_says_among_what_one_may_see(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var draft = await office.Draft("关于草稿的建议");
        var submitted = await office.Submitted("关于水渠的建议");
        var handled = await office.Assigned("省高级人民法院");
        var none = RegisterFilter.None;
        var education = Guid.Parse(office.Unit("省教育厅"));

        Assert.Equal([handled, submitted], await Ids("clerk", none));
        Assert.Equal([handled, submitted, draft], await Ids("deputy", none));
        Assert.Equal([handled], await Ids("unit", none));
        Assert.Equal([handled], await Ids("court", none));
        Assert.Equal([handled], await Ids("dispatcher", none));
        foreach (var who in (string[])["stranger", "unit2", "system"])
        {
            Assert.Empty(await Ids(who, none));
        }

        Assert.Equal([submitted], await Ids("clerk", none with { Stage = "submitted" }));
        Assert.Equal([handled], await Ids("unit", none with { Stage = "handling" }));
        Assert.Equal([handled], await Ids("clerk", none with { Unit = education }));
        Assert.Equal([handled], await Ids("deputy", none with { Unit = education }));
        Assert.Equal([handled, submitted], await Ids("clerk", none with { Subject = "agriculture", Lead = "deputy" }));
        Assert.Empty(await Ids("clerk", none with { Lead = "stranger" }));
        Assert.Empty(await Ids("unit", none with { Year = 2001 }));
        var late = new DateOnly(2050, 1, 1);
        Assert.Equal([handled], await Ids("unit", none with { Overdue = true }, late));
        Assert.Equal([handled], await Ids("clerk", none with { Overdue = true, Unit = education }, late));

        async Task<List<Guid>> Ids(string who, RegisterFilter filter, DateOnly? today = null)
        {
            var actor = await office.Actor(who);
            var rows = await office.WithDb(db => new Register(db, actor, "suggestion").PageAsync(filter, today ?? Today, null));
            Assert.Equal(rows.Count, await office.WithDb(db => new Register(db, actor, "suggestion").CountAsync(filter, today ?? Today)));
            return [.. rows.Select(r => r.Id)];
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_characters_find_a_matter_for_those_who_may_see_it(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var handled = await office.Assigned();
        var draft = await office.Draft("关于𠮷林㐂树的建议");
        Assert.Equal([handled], await Found("unit", "供水"));
        Assert.Equal([draft, handled], await Found("deputy", "建议"));
        Assert.Equal([draft], await Found("deputy", "𠮷林"));
        Assert.Equal([handled], await Found("clerk", "教育厅"));
        Assert.Empty(await Found("clerk", "𠮷林"));
        Assert.Empty(await Found("unit2", "供水"));
        Assert.Empty(await Found("unit", "水供"));
        Assert.Empty(await Found("unit", "\"'*():;"));

        async Task<List<Guid>> Found(string who, string query)
        {
            var actor = await office.Actor(who);
            return [.. (await office.WithDb(db => Finding.PageAsync(db, actor, query, null))).Hits.Select(h => h.Matter)];
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_matter_waits_for_whoever_must_act_next_and_for_nobody_else(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Submitted();
        Assert.Equal(["file"], await Waiting("clerk"));
        Assert.Empty(await Waiting("deputy"));
        await office.Do("clerk", id, "file", ("subject", "agriculture"));
        await office.Do("clerk", id, "assign", ("lead", office.Unit("省教育厅")), ("assisting", office.Unit("省卫生健康委")));
        Assert.Empty(await Waiting("clerk"));
        Assert.Equal(["reply", "sign"], await Waiting("unit"));
        Assert.Equal(["sign"], await Waiting("unit2"));
        var child = await office.Child(id, "省卫生健康委");
        await office.Do("unit2", child, "sign");
        await office.Do("unit2", child, "ask-return", ("reason", "不属于本单位职责"));
        Assert.Equal(["reassign"], await Waiting("dispatcher"));
        Assert.Empty(await Waiting("unit2"));
        await office.Do("deputy", id, "withdraw", ("reason", "不再需要"));
        foreach (var who in (string[])["clerk", "unit", "unit2", "dispatcher", "deputy"])
        {
            Assert.Empty(await Waiting(who));
        }

        async Task<List<string>> Waiting(string who)
        {
            var actor = await office.Actor(who);
            var rules = office.App.Services.GetRequiredService<RuleShelf>();
            return await office.WithDb(async db =>
            {
                var todo = await ToDo.OfAsync(db, rules, actor);
                List<ToDoItem> all = [.. await todo.PageAsync(dated: true, null), .. await todo.PageAsync(dated: false, null)];
                return all.Select(i => i.Step).Order(StringComparer.Ordinal).ToList();
            });
        }
    }
}
