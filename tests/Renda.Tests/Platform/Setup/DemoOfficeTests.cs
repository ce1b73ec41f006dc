using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Commands;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Modules.Demo.Cases;
using Renda.Platform;
using Renda.Platform.Files;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Platform.Setup;

public sealed class DemoOfficeTests
{
    [Fact]
    public async Task The_demo_office_has_suggestions_at_every_stage_and_some_are_late()
    {
        await using var site = await DemoSite.StartAsync();
        var stages = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion").Select(m => m.Stage).Distinct().ToListAsync());
        string[] all =
        [
            "draft", "submitted", "revising", "filed", "handling", "extension-asked", "replied", "dissatisfied", "rehandling", "promised", "settled", "closed", "as-letter", "declined", "withdrawn",
        ];
        Assert.Empty(all.Except(stages));
        var parts = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "handling").Select(m => m.Stage).Distinct().ToListAsync());
        Assert.Empty(((string[])["assigned", "working", "return-asked", "opined", "reassigned", "released", "ended"]).Except(parts));
        var today = site.Services.GetRequiredService<TimeProvider>().Today();
        Assert.NotEqual(0, await site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && !m.Ended && m.DueOn < today)));
    }

    [Fact]
    public async Task Every_procedure_on_file_has_matters_in_the_demo_office_and_most_are_under_way_or_finished()
    {
        await using var site = await DemoSite.StartAsync();
        var matters = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == null).Select(m => new { m.Procedure, m.Ended }).ToListAsync());
        var onFile = site.Services.GetRequiredService<RuleShelf>().Book.Procedures.Select(p => p.Id).Distinct().ToList();
        Assert.Empty(onFile.Except(matters.Select(m => m.Procedure)));
        Assert.InRange(matters.Where(m => m.Procedure != "suggestion").Average(m => m.Ended ? 1 : 0), 0.3, 0.8);
    }

    [Fact]
    public async Task The_ledger_of_the_demo_office_verifies()
    {
        await using var site = await DemoSite.StartAsync();
        var found = await CommandLine.RunAsync(["ledger", "verify", $"--Renda:Data={site.Data}"]);
        Assert.Equal(0, found);
    }

    [Fact]
    public async Task Every_demo_account_that_acts_has_something_to_do_and_may_open_it()
    {
        await using var site = await DemoSite.StartAsync();
        foreach (var account in DemoAccounts.All.Where(a => a.Group != "系统管理" && a.UserName != "unithead"))
        {
            using var client = await site.SignInAsync(account.UserName);
            var page = await client.GetPageAsync("/");
            var act = page.Html.Split("class=\"act\" href=\"");
            Assert.True(act.Length > 1, $"{account.UserName} has nothing to do.");
            Assert.Equal(HttpStatusCode.OK, (await client.GetPageAsync(act[1].Split('"')[0])).Status);
        }
    }

    [Fact]
    public async Task The_same_day_makes_the_same_cases()
    {
        await using var site = await DemoSite.StartAsync();
        var rules = site.Services.GetRequiredService<RuleShelf>();
        var (one, other) = (await site.LookAsync(db => Task.FromResult(Told(db, rules))), await site.LookAsync(db => Task.FromResult(Told(db, rules))));
        Assert.NotEmpty(one);
        Assert.Equal(one, other);
    }

    [Fact]
    public async Task Nearly_every_case_comes_as_far_as_it_was_planned()
    {
        await using var site = await DemoSite.StartAsync();
        var rules = site.Services.GetRequiredService<RuleShelf>();
        var (planned, played) = await site.LookAsync(async db =>
        {
            // The day the office was filled: midnight may have passed since.
            var days = new WorkDays(rules.Calendar, DateOnly.FromDateTime((await db.Notices.MaxAsync(n => n.At)).InChina()));
            var cases = DemoOffice.Planned(new Cast(db, days.Today), days, rules).Cases;
            var played = await db.Matters.AsNoTracking().Where(m => m.ParentId == null && m.Procedure != "suggestion").Select(m => new { m.Procedure, m.Stage }).ToListAsync();
            return (cases.Select(c => (c.Procedure.Id, c.Acts.Last(a => a.Member == Course.Whole).Stage)).ToList(), played.Select(m => (m.Procedure, m.Stage)).ToList());
        });
        var missing = planned.GroupBy(p => p).Where(g => played.Count(p => p == g.Key) < g.Count()).ToDictionary(g => g.Key, g => g.Count() - played.Count(p => p == g.Key));
        Assert.True(missing.Values.Sum() * 10 <= planned.Count, $"{missing.Values.Sum()} of {planned.Count} rest on the way: {string.Join(", ", missing.Keys)}");
    }

    // Ids are new each time; what is said and done is not.
    private static List<string> Told(RendaDb db, RuleShelf rules)
    {
        var days = new WorkDays(rules.Calendar, new DateOnly(2026, 11, 23));
        var cases = Casebook.Of(new Cast(db, days.Today), days, rules.Book, rules.Calendar, []);
        return [.. cases.SelectMany(c => c.Acts.Select(a => $"{c.Title} {a.At:s} {a.Member} {a.Step.Id} {a.Actor} {a.Stage} {string.Join(' ', a.Step.Asks.Where(f => f.Type is FieldType.Text or FieldType.LongText or FieldType.Number or FieldType.Choice).SelectMany(f => a.Given[f.Id]))}"))];
    }

    [Fact]
    public async Task Every_record_of_the_demo_office_carries_its_own_hash_and_that_of_the_one_before()
    {
        await using var site = await DemoSite.StartAsync();
        var records = await site.LookAsync(db => db.Records.AsNoTracking().OrderBy(r => r.MatterId).ThenBy(r => r.Sequence).ToListAsync());
        foreach (var chain in records.GroupBy(r => r.MatterId))
        {
            Assert.Equal(chain.Select(r => r.ComputeHash()), chain.Select(r => r.Hash));
            Assert.Equal(chain.Select(r => r.Hash).SkipLast(1).Prepend(""), chain.Select(r => r.Previous));
        }
    }

    [Fact]
    public async Task Every_paper_of_the_demo_office_is_in_the_store_and_whole()
    {
        await using var site = await DemoSite.StartAsync();
        var store = site.Services.GetRequiredService<PaperStore>();
        foreach (var hash in await site.LookAsync(db => db.Papers.Select(p => p.Sha256).ToListAsync()))
        {
            Assert.True(await store.Verify(hash, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_acts_of_the_demo_office_happened_in_office_hours_before_today()
    {
        await using var site = await DemoSite.StartAsync();
        var today = site.Services.GetRequiredService<TimeProvider>().Today();
        // What is brought in from a register happened when the register says.
        var acts = await site.LookAsync(db => db.Records
            .Where(r => !db.Records.Any(i => i.Congress == r.Congress && i.Step == "import" && (i.MatterId == r.MatterId || db.Matters.Any(m => m.Congress == r.Congress && m.Id == r.MatterId && m.ParentId == i.MatterId))))
            .Select(r => new { r.At, r.On }).ToListAsync());
        Assert.All(acts, a =>
        {
            Assert.Equal(a.On, DateOnly.FromDateTime(a.At.InChina()));
            Assert.True(a.On < today);
            Assert.InRange(a.At.InChina().Hour, 9, 20);
        });
    }

    [Theory]
    [InlineData("deputy", "evaluate", "submit", "confirm")]
    [InlineData("cosigner", "confirm", "evaluate")]
    [InlineData("clerk", "file", "assign", "close")]
    [InlineData("dispatcher", "reassign", "grant-extension")]
    [InlineData("unit", "sign", "reply", "reply-again")]
    [InlineData("unit2", "opine", "reply")]
    public async Task Each_demo_account_has_work_waiting(string userName, params string[] steps)
    {
        await using var site = await DemoSite.StartAsync();
        var waiting = await site.LookAsync(async db =>
        {
            var person = await db.Users.Where(a => a.UserName == userName).Select(a => a.PersonId).SingleAsync();
            var post = await db.Posts.SingleAsync(p => p.PersonId == person);
            return await db.Waitings.Where(w => w.PersonId == person || w.UnitId == post.UnitId || (w.PersonId == null && w.UnitId == null && userName == "clerk")).Select(w => w.Step).Distinct().ToListAsync();
        });
        Assert.Empty(steps.Except(waiting));
    }

    [Fact]
    public async Task The_demo_office_can_be_filled_just_after_the_longest_holiday()
    {
        await using var site = await DemoSite.StartAsync(DemoSite.Temporary(), "--Renda:Demo=false", "--Renda:Congress=110000");
        await site.LookAsync(db => db.Congresses.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await using var scope = site.Services.CreateAsyncScope();
        await site.LookAsync(db => db.Users.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await DemoOffice.FillAsync(new OnDay(scope.ServiceProvider, new SimulatedTime { Now = new DateTime(2026, 2, 25, 1, 0, 0, DateTimeKind.Utc) }));
        Assert.NotEqual(0, await site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && m.Stage == "closed")));
    }

    private sealed class OnDay(IServiceProvider services, TimeProvider time) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? time : services.GetService(serviceType);
    }

    /// <summary>Long holidays and the turn of the year must not stop the demo from being told.</summary>
    [Theory]
    [InlineData(2026, 2, 24)]
    [InlineData(2026, 10, 1)]
    [InlineData(2027, 1, 2)]
    public void The_last_working_day_is_before_today_whatever_the_day(int year, int month, int day)
    {
        var calendar = WorkCalendar.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "calendars", "china.txt")));
        var today = new DateOnly(year, month, day);
        var days = new WorkDays(calendar, today);
        Assert.True(days.Last < today);
        Assert.True(calendar.IsWorkday(days.Last));
        Assert.Equal(days.Last, days.After(days.Ago(5), 40));
    }
}
