using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;

namespace Renda.Platform.Backup;

/// <summary>Makes the daily backup. Of several nodes the one that moves the time on makes it.</summary>
internal sealed class BackupService(IServiceScopeFactory scopes, BackupSettings settings, ILogger<BackupService> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (settings.To is null)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(LookEvery, time);
            do
            {
                await TryAsync(stop);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends; a backup broken off leaves nothing under its name.
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await RoundAsync(scope.ServiceProvider, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "The round of backups broke off; the next look is in a minute.");
        }
    }

    /// <summary>Makes the backup if its time has come. Null where it has not.</summary>
    public async Task<BackupRound?> RoundAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<RendaDb>();
        var now = time.GetUtcNow().UtcDateTime;
        if (!await MineAsync(db, now))
        {
            return null;
        }

        var (said, failed) = await MakeAsync(services, stop);
        return await db.InTransactionAsync(async () =>
        {
            var round = await db.BackupRounds.OrderBy(r => r.Congress).FirstAsync(stop);
            (round.DoneAt, round.Said, round.Failed) = (now, said, failed);
            await db.SaveChangesAsync(stop);
            return round;
        }, _ => true);
    }

    private Task<bool> MineAsync(RendaDb db, DateTime now) => db.InTransactionAsync(async () =>
    {
        if (await db.BackupRounds.AsNoTracking().OrderBy(r => r.Congress).FirstOrDefaultAsync() is { } round)
        {
            return round.NextAt <= now && await db.BackupRounds.Where(r => r.Congress == round.Congress && r.NextAt == round.NextAt)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.NextAt, settings.Next(now))) > 0;
        }

        if (await db.Congresses.OrderBy(c => c.Code).Select(c => (int?)c.Code).FirstOrDefaultAsync() is { } first)
        {
            db.BackupRounds.Add(new BackupRound { Congress = first, NextAt = settings.Next(now) });
            await db.SaveChangesAsync();
        }

        return false;
    }, _ => true);

    private async Task<(string Said, bool Failed)> MakeAsync(IServiceProvider services, CancellationToken stop)
    {
        try
        {
            var made = await services.GetRequiredService<Backups>().MakeAsync(settings.To!, stop);
            Prune(made.File);
            log.LogInformation("Backup made: {File}", made.File);
            return (made.Says, made.Damaged.Count > 0);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "The backup into {Directory} failed.", settings.To);
            return (e is BackupException ? e.Message : $"备份没有做成：{e.Message}", true);
        }
    }

    // Only after one has been made: where backups fail, the old ones stay.
    private void Prune(string newest)
    {
        var old = Directory.GetFiles(settings.To!, Backups.Pattern).Where(f => f != newest).OrderByDescending(f => f, StringComparer.Ordinal).Skip(settings.Keep - 1);
        var broken = Directory.GetFiles(settings.To!, Backups.Pattern + "*" + WholeFile.Aside).Where(f => File.GetLastWriteTimeUtc(f) < time.GetUtcNow().UtcDateTime - Leftover);
        foreach (var file in old.Concat(broken).ToList())
        {
            File.Delete(file);
        }
    }
}
