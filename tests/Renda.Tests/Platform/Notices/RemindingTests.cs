using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Renda.Platform.Rules;
using Xunit;
using static Renda.Tests.Platform.Notices.ReminderOffice;

namespace Renda.Tests.Platform.Notices;

/// <summary>Who is told of a due date, when, and who is not.</summary>
public sealed class RemindingTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Each_rung_tells_those_it_names_on_its_day_once(string database)
    {
        var time = new MovingTime(Start);
        await using var office = await TestOffice.OpenAsync(database, time);
        await office.HoldAsync("unithead", "省教育厅", Posts.UnitHead);
        var id = await office.Assigned();
        await office.Do("unit", await office.Child(id), "sign");
        await RoundAsync(office.App.Services);
        Assert.Empty(await ToldAsync(office, id, "reply"));
        var due = (await ClockAsync(office, id, "reply")).Due;
        var calendar = office.App.Services.GetRequiredService<RuleShelf>().Calendar;
        foreach (var (day, told) in new (DateOnly, string[])[]
        {
            (due.AddDays(-15), ["ahead unit"]),
            (Workdays(due, -5), ["soon unit"]),
            (Workdays(due, -1), ["eve unit", "eve unithead"]),
            (due, ["due unit"]),
            (Workdays(due, 1), ["late clerk", "late clerk2", "late unit", "late unithead"]),
            (Workdays(due, 10), ["later clerk", "later clerk2", "later dispatcher", "later head", "later unit", "later unithead"]),
            (due.AddDays(30), ["still head", "still unit", "still unithead"]),
            (due.AddDays(60), ["still.1 head", "still.1 unit", "still.1 unithead"]),
        })
        {
            time.Set(day.AddDays(-1));
            await RoundAsync(office.App.Services);
            Assert.Empty(await ToldAsync(office, id, "reply"));
            time.Set(day);
            await RoundAsync(office.App.Services);
            await RoundAsync(office.App.Services);
            Assert.Equal(told, await ToldAsync(office, id, "reply"));
        }

        // What is done is no longer called.
        await office.Do("unit", id, "contact", ("way", "phone"), ("on", "2026-03-05"), ("who", "张处长"), ("summary", "同意方案"));
        await office.Do("unit", id, "reply", ("kind", "solved"), ("way", "both"), ("text", "已经改造完成。"), ("signed-by", "李厅长"), ("letter", await office.Paper("unit")));
        time.Set(due.AddDays(90));
        await RoundAsync(office.App.Services);
        Assert.Empty(await ToldAsync(office, id, "reply"));

        DateOnly Workdays(DateOnly from, int days)
        {
            for (var left = Math.Abs(days); left > 0; left -= calendar.IsWorkday(from) ? 1 : 0)
            {
                from = from.AddDays(Math.Sign(days));
            }

            return from;
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_fell_due_while_nothing_ran_is_told_once_in_words_that_are_true(string database)
    {
        var time = new MovingTime(Start);
        await using var office = await TestOffice.OpenAsync(database, time);
        var id = await office.Assigned();
        await RoundAsync(office.App.Services);
        var due = (await ClockAsync(office, id, "reply")).Due;
        time.Set(due.AddDays(3));
        await using var node = office.Node();
        await RoundAsync(node.Services);
        var texts = await office.WithDb(db => db.Notices.Where(n => n.RootId == id && n.DueOn == due).Select(n => n.Text).Distinct().ToListAsync());
        Assert.Contains("逾期 3 天", Assert.Single(texts));
        Assert.Equal(["late clerk", "late clerk2", "late unit"], await ToldAsync(office, id, "reply"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_promise_is_remembered_before_its_day_and_after_it_for_years(string database)
    {
        var time = new MovingTime(Start);
        await using var office = await TestOffice.OpenAsync(database, time);
        var id = await office.Assigned();
        await office.Do("unit", await office.Child(id), "sign");
        await office.Do("unit", id, "contact", ("way", "phone"), ("on", "2026-03-02"), ("who", "张处长"), ("summary", "同意方案"));
        await office.Do("unit", id, "reply", ("kind", "planned"), ("way", "both"), ("text", "列入计划。"), ("promise", "改造管网"), ("promised-by", "2028-06-30"), ("signed-by", "李厅长"), ("letter", await office.Paper("unit")));
        foreach (var (day, told) in new (string, string)[] { ("2028-04-01", "promise-quarter unit"), ("2028-05-31", "promise-month unit"), ("2028-06-30", "due unit"), ("2031-06-30", "still.35 unit") })
        {
            time.Set(DateOnly.ParseExact(day, "yyyy-MM-dd"));
            await RoundAsync(office.App.Services);
            Assert.Contains(told, await ToldAsync(office, id, "promise"));
        }

        // Another promise is another date, and is told of anew.
        await office.Do("deputy", id, "evaluate", ("attitude", "satisfied"), ("result", "basically"));
        await office.Do("unit", id, "explain-change", ("reason", "管线改道"), ("promised-by", "2032-06-30"));
        time.Set(new DateOnly(2032, 4, 1));
        await RoundAsync(office.App.Services);
        Assert.Equal(["promise-quarter unit"], await ToldAsync(office, id, "promise"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_lost_the_post_is_told_nothing_and_no_longer_sees_what_they_were_told(string database)
    {
        var time = new MovingTime(Start);
        await using var office = await TestOffice.OpenAsync(database, time);
        var id = await office.Assigned();
        var due = (await ClockAsync(office, id, "reply")).Due;
        time.Set(due.AddDays(-15));
        await RoundAsync(office.App.Services);
        await using var scope = office.App.Services.CreateAsyncScope();
        var box = scope.ServiceProvider.GetRequiredService<NoticeBox>();
        Assert.NotEqual(0, await box.UnreadAsync(await office.Actor("unit")));
        Assert.Contains(await box.PageAsync(await office.Actor("unit"), unread: true, null), n => n.Matter == id);
        await office.WithDb(db => db.Posts.Where(p => p.PersonId == office.Person("unit")).ExecuteUpdateAsync(s => s.SetProperty(p => p.To, due.AddDays(-16))));
        Assert.Equal(0, await box.UnreadAsync(await office.Actor("unit")));
        Assert.Empty(await box.PageAsync(await office.Actor("unit"), unread: false, null));
        await ToldAsync(office, id, "reply");
        await office.HoldAsync("unithead", "省教育厅", Posts.UnitHead);
        time.Set(due);
        await RoundAsync(office.App.Services);
        Assert.Equal(["due unithead"], (await ToldAsync(office, id, "reply")).Where(t => t.StartsWith("due", StringComparison.Ordinal))); // There is no clerk: the head does the work.
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_may_not_see_the_matter_is_told_nothing(string database)
    {
        var time = new MovingTime(Start);
        await using var office = await TestOffice.OpenAsync(database, time);
        var id = await office.Submitted();
        await office.Do("clerk", id, "file", ("subject", "justice"));
        await office.Do("clerk", id, "assign", ("lead", office.Unit("省高级人民法院")));
        time.Set((await ClockAsync(office, id, "reply")).Due.AddDays(29));
        await RoundAsync(office.App.Services);
        var told = await ToldAsync(office, id, "reply");
        Assert.Contains("later head", told);
        Assert.Contains("later court", told);
        Assert.DoesNotContain("later dispatcher", told); // The rung names dispatchers; the court's matters are not theirs.
        Assert.DoesNotContain(told, t => t.EndsWith(" unit", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Urging_tells_the_units_that_have_not_done_their_part(string database)
    {
        await using var office = await TestOffice.OpenAsync(database, new MovingTime(Start));
        var id = await office.Assigned("省卫生健康委");
        await office.Do("clerk", id, "urge", ("text", "请于本周内答复"));
        var told = await office.WithDb(db => (from n in db.Notices where n.RootId == id join p in db.People on n.PersonId equals p.Id orderby p.Name select n.Title + " " + p.Name).ToListAsync());
        Assert.Equal(["催办 unit", "催办 unit2"], told);
        Assert.Equal("handling", await office.WithDb(db => db.Matters.Where(m => m.Id == id).Select(m => m.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_round_with_nothing_to_do_looks_into_an_index()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, new MovingTime(Start));
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(office.Data, "renda.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN SELECT * FROM clocks WHERE stopped_on IS NULL AND remind_on <= '2026-01-01' ORDER BY remind_on LIMIT 200";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("USING INDEX ix_clocks_remind_on", reader.GetString(3));
    }
}
