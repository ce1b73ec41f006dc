using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The rules in force, read from files and read again when they change. A broken file changes nothing:
/// the last good version stays; what is missing at the start is a <see cref="RuleFilesException"/>.</summary>
internal sealed class RuleShelf(string directory, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Procedure> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> inStore = new(StringComparer.Ordinal);
    private readonly CalendarFile calendar = new(directory);
    private readonly LadderFile ladder = new(directory);
    private readonly FigureFiles figures = new(directory);
    private (RuleBook Book, DateOnly Day, Dictionary<(string, string), Oversight> Known) overseen = (RuleBook.Empty, default, []);
    private RuleBook book = RuleBook.Empty;
    private string state = "";
    private DateTimeOffset looked = DateTimeOffset.MinValue;

    public string Directory => directory;

    /// <summary>The legal day it is.</summary>
    public DateOnly Today => time.Today();

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
            return calendar.Calendar!;
        }
    }

    /// <summary>When who is reminded of a due date.</summary>
    public ReminderLadder Ladder
    {
        get
        {
            Look();
            return ladder.Ladder;
        }
    }

    /// <summary>The numbers that can be reported.</summary>
    public FigureBook Figures
    {
        get
        {
            Look();
            return figures.Book;
        }
    }

    /// <summary>What is wrong with the files as they are now.</summary>
    public IReadOnlyList<RuleProblem> Problems => [.. Book.Problems, .. figures.Problems, .. ((RuleProblem?[])[calendar.Problem, ladder.Problem]).OfType<RuleProblem>()];

    /// <summary>What the holders of these posts oversee; worked out once a day for each combination of posts.</summary>
    public Oversight Oversight(string jurisdiction, DateOnly day, IReadOnlyList<HeldPost> posts)
    {
        var now = Book;
        var kinds = string.Join(' ', posts.Select(p => p.Kind).Distinct().Order(StringComparer.Ordinal));
        lock (gate)
        {
            if (overseen.Book != now || overseen.Day != day)
            {
                overseen = (now, day, []);
            }

            return overseen.Known.TryGetValue((jurisdiction, kinds), out var known) ? known
                : overseen.Known[(jurisdiction, kinds)] = Access.Oversight.Of(now, jurisdiction, day, posts);
        }
    }

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
        var procedure = stored.Read();
        lock (gate)
        {
            return kept[version] = procedure;
        }
    }

    /// <summary>Keeps the text of a version beside the matters that use it.</summary>
    public async Task KeepAsync(RendaDb db, Procedure procedure)
    {
        if (inStore.ContainsKey(procedure.Version))
        {
            return;
        }

        var (version, now) = (procedure.Version, time.GetUtcNow().UtcDateTime);
        if (await db.RuleVersions.Where(v => v.Version == version).Select(v => (DateTime?)v.FirstSeen).SingleOrDefaultAsync() is { } since)
        {
            // What is kept is never removed. What was written just now may be this transaction's own, and be rolled back with it.
            if (since < now - Settled)
            {
                inStore[version] = true;
            }
        }
        else
        {
            db.RuleVersions.Add(new RuleVersion
            {
                Version = procedure.Version,
                Procedure = procedure.Id,
                Jurisdiction = procedure.Jurisdiction,
                InForce = procedure.InForce,
                Sources = JsonSerializer.Serialize(procedure.Sources),
                FirstSeen = now,
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
                book = RuleBook.Load(Files(), book.With(recalled), Posts.Named);
            }
        }
    }

    private static RuleBook Read(RuleVersion stored) => RuleBook.Load(JsonSerializer.Deserialize<List<RuleFile>>(stored.Sources)!);

    private void Look()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (calendar.Calendar is not null && now - looked < LookEvery && now >= looked)
            {
                return;
            }

            looked = now;
            try
            {
                Reread();
            }
            catch (IOException) when (calendar.Calendar is not null)
            {
                // The files are just being replaced: what was read stays, and the next look finds them.
            }
        }
    }

    private void Reread()
    {
        if (calendar.Calendar is null && !System.IO.Directory.Exists(directory))
        {
            throw new RuleFilesException($"没有规则目录“{directory}”。请用 --Renda:Rules 指明。");
        }

        var seen = string.Join('|', Paths().Select(p => $"{p}:{File.GetLastWriteTimeUtc(p).Ticks}"));
        if (seen != state)
        {
            book = RuleBook.Load(Files(), book, Posts.Named);
            calendar.Read();
            ladder.Read(book);
            figures.Read(book);
            state = seen;
        }
    }

    private IEnumerable<RuleFile> Files() =>
        Paths().Where(p => p.EndsWith(".yaml", StringComparison.Ordinal) && !LadderFile.Is(p, directory) && !FigureFiles.Is(p, directory)).Select(p => new RuleFile(Path.GetRelativePath(directory, p).Replace('\\', '/'), File.ReadAllText(p)));

    private IEnumerable<string> Paths() =>
        System.IO.Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
            .Concat(System.IO.Directory.EnumerateFiles(directory, "china.txt", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
}
