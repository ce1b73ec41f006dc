using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Platform;
using Renda.Platform.Files;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Platform.Setup;

public sealed class DemoOfficeTests
{
    [Fact]
    public async Task The_demo_office_has_suggestions_at_every_stage_and_some_are_late()
    {
        await using var site = await DemoSite.StartAsync();
        var stages = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == null).Select(m => m.Stage).Distinct().ToListAsync());
        string[] all =
        [
            "draft", "submitted", "revising", "filed", "handling", "extension-asked", "replied", "dissatisfied", "rehandling", "promised", "settled", "closed", "as-letter", "declined", "withdrawn",
        ];
        Assert.Empty(all.Except(stages));
        var parts = await site.LookAsync(db => db.Matters.Where(m => m.ParentId != null).Select(m => m.Stage).Distinct().ToListAsync());
        Assert.Empty(((string[])["assigned", "working", "return-asked", "opined", "reassigned", "released", "ended"]).Except(parts));
        var today = site.Services.GetRequiredService<TimeProvider>().Today();
        Assert.NotEqual(0, await site.LookAsync(db => db.Matters.CountAsync(m => !m.Ended && m.DueOn < today)));
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
        var acts = await site.LookAsync(db => db.Records.Select(r => new { r.At, r.On }).ToListAsync());
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
        Assert.NotEqual(0, await site.LookAsync(db => db.Matters.CountAsync(m => m.Stage == "closed")));
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
