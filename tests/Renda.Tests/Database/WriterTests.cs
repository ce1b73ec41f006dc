using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Xunit;

namespace Renda.Tests.Database;

public sealed class WriterTests
{
    [Fact]
    public async Task Acts_write_over_one_connection_that_does_not_wait_for_the_disk_itself_and_everybody_else_over_others_that_do()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var first = await office.WithDb(db => Act(db, () => AboutAsync(db)));
        var second = await office.WithDb(db => Act(db, () => AboutAsync(db)));
        Assert.Same(first.Connection, second.Connection);
        Assert.Equal(1, second.Synchronous);
        var outside = await office.WithDb(AboutAsync);
        Assert.NotSame(first.Connection, outside.Connection);
        Assert.Equal(2, outside.Synchronous);
    }

    [Fact]
    public async Task The_same_question_asked_of_something_else_has_another_answer()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        Guid[] matters = [await office.Draft("关于甲的建议"), await office.Draft("关于乙的建议"), await office.Draft("关于丙的建议")];
        var titles = await office.WithDb(db => Act(db, async () =>
        {
            List<string> all = [];
            foreach (var id in matters)
            {
                all.Add(await db.Matters.Where(m => m.Id == id).Select(m => m.Title).SingleAsync());
            }

            return all;
        }));
        Assert.Equal(["关于甲的建议", "关于乙的建议", "关于丙的建议"], titles);
    }

    [Fact]
    public async Task A_question_may_be_asked_again_while_its_answer_is_still_being_read()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await office.Draft("关于甲的建议");
        await office.Draft("关于乙的建议");
        var pairs = await office.WithDb(db => Act(db, async () =>
        {
            List<string> all = [];
            await foreach (var outer in Titles(db))
            {
                await foreach (var inner in Titles(db))
                {
                    all.Add(outer[2..3] + inner[2..3]);
                }
            }

            return all;
        }));
        Assert.Equal(["甲甲", "甲乙", "乙甲", "乙乙"], pairs);
    }

    [Fact]
    public async Task What_fails_leaves_nothing_to_the_next_one()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft("关于甲的建议");
        var failed = await office.WithDb(db => Act(db, () => AboutAsync(db)));
        await Assert.ThrowsAsync<TimeoutException>(() => office.WithDb(db => Act<bool>(db, async () =>
        {
            await db.Matters.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Title, "半途"));
            throw new TimeoutException();
        })));
        var next = await office.WithDb(db => Act(db, () => AboutAsync(db)));
        Assert.NotSame(failed.Connection, next.Connection);
        Assert.Equal("关于甲的建议", await office.WithDb(db => db.Matters.Select(m => m.Title).SingleAsync()));
    }

    [Fact]
    public async Task When_the_program_ends_everything_is_in_the_one_file()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await office.Draft();
        var file = Path.Combine(office.Data, "renda.db");
        Assert.True(File.Exists($"{file}-wal"));
        await office.App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.False(File.Exists($"{file}-wal"));
    }

    private static Task<T> Act<T>(RendaDb db, Func<Task<T>> act) => db.InTransactionAsync(act, _ => true);

    private static IAsyncEnumerable<string> Titles(RendaDb db) =>
        db.Matters.OrderBy(m => m.Id).Select(m => m.Title).AsAsyncEnumerable();

    private static async Task<(DbConnection Connection, long Synchronous)> AboutAsync(RendaDb db) =>
        (db.Database.GetDbConnection(), await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
}
