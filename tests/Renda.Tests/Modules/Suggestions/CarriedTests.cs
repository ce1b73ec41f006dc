using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>换届: what a deputy proposed is finished with them after the term, and the office sees what is carried over.</summary>
public sealed partial class CarriedTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task After_the_term_the_proposer_evaluates_and_withdraws_and_begins_nothing(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var (replied, other, draft) = (await office.Replied(), await office.Submitted("关于乡村道路的建议"), await office.Draft("还没有提交的"));
        var before = await office.WithDb(db => db.Clocks.Where(c => c.MatterId == other).Select(c => c.Due).ToListAsync());
        await EndTermAsync(office, "deputy");
        var actor = await office.Actor("deputy");
        Assert.Equal([Posts.FormerDeputy], actor.Posts.Select(p => p.Kind));

        // Waited for, still.
        Assert.True(await office.WithDb(db => db.Waitings.AnyAsync(w => w.MatterId == replied && w.PersonId == actor.PersonId && w.Step == "evaluate")));
        Assert.Equal(before, await office.WithDb(db => db.Clocks.Where(c => c.MatterId == other).Select(c => c.Due).ToListAsync()));
        await office.Do("deputy", replied, "evaluate", ("attitude", "satisfied"), ("result", "satisfied"));
        var post = await office.WithDb(db => db.Records.Where(r => r.MatterId == replied && r.Step == "evaluate").Select(r => r.PostId).SingleAsync());
        Assert.Equal(actor.Posts[0].Id, post);
        await office.Do("deputy", other, "withdraw", ("reason", "情况已经变化。"));

        Assert.IsType<Outcome.Refused>(await office.Try("deputy", draft, "submit", given: [("intake", "recess"), ("signed", "yes")]));
        var begun = await Record.ExceptionAsync(() => office.Draft("新的建议"));
        Assert.NotNull(begun);
        Assert.Equal(1, await office.WithDb(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && m.Private)));
        // Nor what is not a proposer's to do.
        Assert.IsType<Outcome.Refused>(await office.Try("deputy", replied, "close", given: [("note", "")]));
    }

    [Fact]
    public async Task Whoever_is_elected_again_acts_as_the_deputy_they_are()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await EndTermAsync(office, "deputy");
        var person = office.Person("deputy");
        await office.WithDb(async db =>
        {
            var former = await db.Posts.SingleAsync(p => p.PersonId == person && p.Kind == Posts.FormerDeputy);
            db.Posts.Add(new Post { Congress = TestOffice.Code, PersonId = person, UnitId = former.UnitId, Kind = Posts.Deputy, From = former.From });
            await db.SaveChangesAsync();
        });
        Assert.Equal([Posts.Deputy, Posts.FormerDeputy], (await office.Actor("deputy")).Posts.Select(p => p.Kind));
        Assert.NotEqual(Guid.Empty, await office.Submitted());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_end_of_a_term_leaves_the_proposer_a_way_in_and_the_office_a_list(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        using var deputy = await site.SignInAsync("deputy");
        var (me, mine) = await site.LookAsync(async db =>
        {
            var who = await db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync();
            return (who, await db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "replied" && m.PersonId == who).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        });
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        Assert.Contains("任期届满", (await clerk.PostFormAsync("/deputies/terms", [("Number", "15"), ("From", $"{today:yyyy-MM-dd}")])).Text, StringComparison.Ordinal);
        Assert.Equal([Posts.FormerDeputy], await site.LookAsync(db => db.Posts.Where(p => p.PersonId == me && p.From <= today && (p.To == null || p.To >= today)).Select(p => p.Kind).ToListAsync()));

        // The page, the to-do list and the form are there; what begins something is not.
        Assert.Contains($"/suggestions/{mine}/evaluate", (await deputy.GetPageAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("任期届满的代表", (await deputy.GetPageAsync($"/suggestions/{mine}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/suggestions/new", (await deputy.GetPageAsync("/suggestions")).Html, StringComparison.Ordinal);
        foreach (var path in (string[])["/suggestions/new", "/matters/new/contact-visit/plan", "/matters/new/voter-opinion/hand-in", "/suggestions/carried", "/deputies/new"])
        {
            Assert.NotEqual(HttpStatusCode.OK, (await deputy.GetPageAsync(path)).Status);
        }

        var others = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && !m.Private && m.PersonId != me && !db.Parties.Any(p => p.MatterId == m.Id && p.PersonId == me)).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetPageAsync($"/suggestions/{others}")).Status);
        var said = await deputy.PostFormAsync($"/suggestions/{mine}/evaluate", [("attitude", "satisfied"), ("result", "satisfied")]);
        Assert.Equal($"/suggestions/{mine}", said.Path);

        // What is carried over: every number opens onto as many, and all of it is exported.
        var page = await clerk.GetPageAsync("/suggestions/carried");
        Assert.Contains("第十四届", page.Text, StringComparison.Ordinal);
        var numbers = Number().Matches(page.Html).Select(m => (Path: WebUtility.HtmlDecode(m.Groups["path"].Value), Count: int.Parse(m.Groups["count"].Value))).Distinct().ToList();
        Assert.True(numbers.Count > 10, page.Text);
        foreach (var (path, count) in numbers)
        {
            var list = await clerk.GetPageAsync(path);
            Assert.True(list.Text.Contains($"共 {count} 件", StringComparison.Ordinal), $"{path} should be {count}: {list.Text}");
        }

        var unfinished = await site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && !m.Private && !m.Ended && m.OpenedOn < today));
        Assert.Contains(numbers, n => n.Count == unfinished && n.Path.Contains("unfinished=true", StringComparison.Ordinal) && !n.Path.Contains("unit=", StringComparison.Ordinal));
        using var unit = await site.SignInAsync("unit");
        Assert.DoesNotContain("省卫生健康委", (await unit.GetPageAsync("/suggestions/carried")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有承办单位", (await unit.GetPageAsync("/suggestions/carried")).Text, StringComparison.Ordinal);
    }

    // As the roster does it when the next term opens.
    private static Task EndTermAsync(TestOffice office, string name) => office.WithDb(async db =>
    {
        var (person, today) = (office.Person(name), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)));
        var held = await db.Posts.SingleAsync(p => p.PersonId == person && p.Kind == Posts.Deputy);
        held.To = today.AddDays(-1);
        db.Posts.Add(new Post { Congress = TestOffice.Code, PersonId = person, UnitId = held.UnitId, Kind = Posts.FormerDeputy, From = today });
        await db.SaveChangesAsync();
    });

    [GeneratedRegex("href=\"(?<path>/suggestions\\?[^\"]+)\" aria-label=\"[^\"]+件\">(?<count>\\d+)</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
