using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Tests.Conventions;
using Xunit;

namespace Renda.Tests.Platform.Rules;

/// <summary>Rules change under running matters, and sometimes somebody breaks a file.</summary>
public sealed class RuleShelfTests : IDisposable
{
    private readonly string rules = Directory.CreateTempSubdirectory("renda-rules-").FullName;
    private readonly Ticking time = new();

    public RuleShelfTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Source.Root, "rules"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(rules, Path.GetRelativePath(Path.Combine(Source.Root, "rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Calendar => Path.Combine(rules, "calendars", "china.txt");

    private string Shandong => Path.Combine(rules, "370000", "suggestion.yaml");

    [Fact]
    public void A_file_broken_while_the_program_runs_is_named_and_the_last_good_version_stays()
    {
        var shelf = new RuleShelf(rules, time);
        var good = Find(shelf);
        Rewrite(text => text.Replace("from: [sign]", "from: [sing]", StringComparison.Ordinal));
        Assert.Equal(good, Find(shelf));
        var problem = shelf.Book.Problems[0];
        Assert.Equal("370000/suggestion.yaml", problem.Path);
        Assert.Contains("sing", problem.Reason);
        Assert.Contains("sing", File.ReadAllLines(Shandong)[problem.Line - 1]);
    }

    [Fact]
    public void A_mended_file_is_in_force_without_a_restart()
    {
        var shelf = new RuleShelf(rules, time);
        var before = Find(shelf);
        Rewrite(text => text.Replace("amount: 5", "amount: 6", StringComparison.Ordinal));
        Assert.NotEqual(before, Find(shelf));
        Assert.Empty(shelf.Book.Problems);
    }

    [Fact]
    public void A_calendar_broken_while_the_program_runs_is_named_and_the_last_good_one_stays()
    {
        var shelf = new RuleShelf(rules, time);
        Assert.Equal("2007-2026", shelf.Calendar.Version);
        File.AppendAllText(Calendar, "2027 元旦 -13-01\n");
        time.Later();
        Assert.Equal("2007-2026", shelf.Calendar.Version);
        Assert.Contains("2027 元旦", Assert.Single(shelf.Problems).Reason);
        Assert.Throws<RuleFilesException>(() => new RuleShelf(rules, time).Calendar);
    }

    [Fact]
    public void Files_that_are_gone_for_a_moment_change_nothing()
    {
        var shelf = new RuleShelf(rules, time);
        var good = Find(shelf);
        var aside = rules + "-aside";
        Directory.Move(rules, aside);
        time.Later();
        Assert.Equal(good, Find(shelf));
        Assert.Equal("2007-2026", shelf.Calendar.Version);
        Directory.Move(aside, rules);
        time.Later();
        Assert.Equal(good, Find(shelf));
    }

    [Fact]
    public async Task A_provisional_due_date_is_counted_again_when_its_year_is_on_file()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Assigned();
        await office.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE clocks SET provisional = 1, due = date(due, '-400 days'), started_on = '2025-02-10', derivation = '暂定'"));
        await office.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE waitings SET due_on = '2020-01-01'"));
        var counted = await office.WithDb(db => Recounting.ProvisionalAsync(db, new RuleShelf(rules, time)));
        Assert.True(counted > 0);
        var again = await Clock();
        // Three months from 2025-02-10 end on a Saturday.
        Assert.Equal((new DateOnly(2025, 5, 10), new DateOnly(2025, 5, 12), false), (again.Unrolled, again.Due, again.Provisional));
        Assert.Contains("顺延", again.Derivation);
        Assert.Equal(again.Due, await office.WithDb(db => db.Matters.Where(m => m.Id == id).Select(m => m.DueOn).SingleAsync()));
        Assert.Contains(again.Due, await office.WithDb(db => db.Waitings.Where(w => w.MatterId == id).Select(w => w.DueOn).ToListAsync()));
        Assert.Equal(0, await office.WithDb(db => Recounting.ProvisionalAsync(db, new RuleShelf(rules, time))));

        Task<MatterClock> Clock() => office.WithDb(db => db.Clocks.AsNoTracking().SingleAsync(c => c.MatterId == id && c.Limit == "reply"));
    }

    [Fact]
    public async Task After_a_restart_with_a_broken_file_the_version_in_the_database_is_in_force_and_matters_keep_theirs()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft();
        var version = await office.WithDb(db => db.Matters.Where(m => m.Id == id).Select(m => m.Version).SingleAsync());
        Rewrite(_ => "procedure: [");
        var shelf = new RuleShelf(rules, time);
        Assert.NotEqual(version, Find(shelf));
        await office.WithDb(shelf.RecallAsync);
        Assert.Equal(version, Find(shelf));
        Assert.Equal("370000/suggestion.yaml", shelf.Book.Problems[0].Path);
        Assert.Equal(version, (await office.WithDb(db => shelf.VersionAsync(db, version))).Version);
    }

    public void Dispose() => Directory.Delete(rules, recursive: true);

    private static string? Find(RuleShelf shelf) => shelf.Book.Find("suggestion", "370000", new DateOnly(2026, 2, 13)).Procedure?.Version;

    private void Rewrite(Func<string, string> change)
    {
        File.WriteAllText(Shandong, change(File.ReadAllText(Shandong)));
        File.SetLastWriteTimeUtc(Shandong, DateTime.UnixEpoch.AddYears(60));
        time.Later();
    }

    /// <summary>A clock that moves when told to.</summary>
    private sealed class Ticking : TimeProvider
    {
        private DateTimeOffset now = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);

        public void Later() => now = now.AddMinutes(1);

        public override DateTimeOffset GetUtcNow() => now;
    }
}
