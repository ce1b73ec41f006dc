using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Renda.Database;
using Renda.Platform.Setup;
using Xunit;

namespace Renda.Tests.Database;

public sealed class LostTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, true)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, false)]
    public void A_server_that_goes_is_told_from_one_that_refuses(string state, bool lost) =>
        Assert.Equal(lost, Lost.Is(new DbUpdateException("x", new PostgresException("x", "FATAL", "FATAL", state))));

    [Fact]
    public void A_connection_that_breaks_is_lost_and_other_faults_are_not()
    {
        Assert.True(Lost.Is(new NpgsqlException("x", new SocketException((int)SocketError.ConnectionRefused))));
        Assert.True(Lost.Is(new NpgsqlException("x", new TimeoutException())));
        Assert.False(Lost.Is(new InvalidOperationException("x")));
        Assert.False(Lost.Is(null));
    }

    [Fact]
    public async Task What_fails_before_the_commit_is_tried_again_and_a_commit_without_an_answer_is_not()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var tries = 0;
        Assert.Equal(3, await office.WithDb(db => db.InTransactionAsync(() => ++tries < 3 ? throw Gone() : Task.FromResult(tries), _ => true)));

        // One that never comes back: told after three tries.
        tries = 0;
        await Assert.ThrowsAsync<NpgsqlException>(() => office.WithDb(db => db.InTransactionAsync<int>(() => throw Gone(++tries), _ => true)));
        Assert.Equal(3, tries);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_database_a_newer_version_has_used_is_refused_in_a_sentence(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.WithDb(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0')"));
        var refused = await Assert.ThrowsAsync<SettingException>(() => office.WithDb(db => Storage.MigrateAsync(db, office.App.Configuration)));
        Assert.Contains("更新的版本", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_nodes_that_start_together_one_prepares_and_the_others_wait()
    {
        Databases.LeaveOutUnless(Databases.Server is not null, "RENDA_TEST_POSTGRES names no server.");
        await using var office = await TestOffice.OpenAsync(Databases.Postgres);
        await using var second = office.Node();
        var first = await office.WithDb(Alone.WaitAsync);
        await using var scope = second.Services.CreateAsyncScope();
        var waiting = Alone.WaitAsync(scope.ServiceProvider.GetRequiredService<RendaDb>());
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(300, TestContext.Current.CancellationToken)));
        await first.DisposeAsync();
        await (await waiting).DisposeAsync();
    }

    public static TheoryData<string> Both => Databases.All;

    private static NpgsqlException Gone(int _ = 0) => new("x", new IOException());
}
