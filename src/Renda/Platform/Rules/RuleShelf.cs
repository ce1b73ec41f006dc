using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The rules in force, read from files and read again when they change. A broken file changes nothing:
/// the last good version stays; a broken calendar at the start is a <see cref="FormatException"/>.</summary>
internal sealed class RuleShelf(string directory, TimeProvider time)
{
    private const string CalendarFile = "calendars/china.txt";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Procedure> kept = new(StringComparer.Ordinal);
    private RuleBook book = RuleBook.Empty;
    private WorkCalendar? calendar;
    private RuleProblem? calendarProblem;
    private string state = "";
    private DateTimeOffset looked = DateTimeOffset.MinValue;

    public string Directory => directory;

    public RuleBook Book
    {
        get
        {
            Look();
            return book;
        }
    }

    public WorkCalendar Calendar
    {
        get
        {
            Look();
            return calendar!;
        }
    }

    /// <summary>What is wrong with the files as they are now.</summary>
    public IReadOnlyList<RuleProblem> Problems => [.. Book.Problems, .. calendarProblem is { } problem ? [problem] : Array.Empty<RuleProblem>()];

    /// <summary>The version a running matter keeps, from the files or from the database.</summary>
    public async Task<Procedure> VersionAsync(RendaDb db, string version)
    {
        if (Book.ByVersion(version) is { } current)
        {
            return current;
        }

        lock (gate)
        {
            if (kept.TryGetValue(version, out var known))
            {
                return known;
            }
        }

        var stored = await db.RuleVersions.AsNoTracking().SingleAsync(v => v.Version == version);
        var procedure = Read(stored).ByVersion(version) ?? throw new InvalidOperationException($"Stored procedure version {version} does not read.");
        lock (gate)
        {
            return kept[version] = procedure;
        }
    }

    /// <summary>Keeps the text of a version beside the matters that use it.</summary>
    public async Task KeepAsync(RendaDb db, Procedure procedure)
    {
        if (!await db.RuleVersions.AnyAsync(v => v.Version == procedure.Version))
        {
            db.RuleVersions.Add(new RuleVersion
            {
                Version = procedure.Version,
                Procedure = procedure.Id,
                Jurisdiction = procedure.Jurisdiction,
                InForce = procedure.InForce,
                Sources = JsonSerializer.Serialize(procedure.Sources),
                FirstSeen = time.GetUtcNow().UtcDateTime,
            });
        }
    }

    /// <summary>Where files are broken at start, falls back on the versions the database knows.</summary>
    public async Task RecallAsync(RendaDb db)
    {
        if (Book.Problems.Count == 0)
        {
            return;
        }

        var newest = (await db.RuleVersions.AsNoTracking().ToListAsync())
            .GroupBy(v => (v.Procedure, v.Jurisdiction, v.InForce)).Select(g => g.MaxBy(v => v.FirstSeen)!);
        foreach (var stored in newest)
        {
            var recalled = Read(stored);
            lock (gate)
            {
                book = RuleBook.Load(Files(), Merge(recalled));
            }
        }
    }

    private static RuleBook Read(RuleVersion stored) => RuleBook.Load(JsonSerializer.Deserialize<List<RuleFile>>(stored.Sources)!);

    private RuleBook Merge(RuleBook recalled) => book.With(recalled);

    private void Look()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - looked < LookEvery && now >= looked)
            {
                return;
            }

            looked = now;
            var seen = string.Join('|', Paths().Select(p => $"{p}:{File.GetLastWriteTimeUtc(p).Ticks}"));
            if (seen != state)
            {
                book = RuleBook.Load(Files(), book);
                ReadCalendar();
                state = seen;
            }
        }
    }

    private void ReadCalendar()
    {
        try
        {
            calendar = WorkCalendar.Parse(File.ReadAllText(Path.Combine(directory, CalendarFile)));
            calendarProblem = null;
        }
        catch (FormatException e) when (calendar is not null)
        {
            calendarProblem = new RuleProblem(CalendarFile, 0, e.Message);
        }
    }

    private IEnumerable<RuleFile> Files() =>
        Paths().Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)).Select(p => new RuleFile(Path.GetRelativePath(directory, p).Replace('\\', '/'), File.ReadAllText(p)));

    private IEnumerable<string> Paths() =>
        System.IO.Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
            .Concat(System.IO.Directory.EnumerateFiles(directory, "china.txt", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
}
