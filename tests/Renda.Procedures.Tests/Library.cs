namespace Renda.Procedures.Tests;

/// <summary>The rules of this repository, read once.</summary>
internal static class Library
{
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<RuleFile> Files =
    [
        .. Directory.GetFiles(Path.Combine(Root, "rules"), "*.yaml", SearchOption.AllDirectories)
            .Where(p => Path.GetFileName(p) != "reminders.yaml" && Path.GetFileName(Path.GetDirectoryName(p)) != "figures").Order(StringComparer.Ordinal)
            .Select(p => new RuleFile(Path.GetRelativePath(Path.Combine(Root, "rules"), p).Replace('\\', '/'), File.ReadAllText(p))),
    ];

    public static readonly RuleBook Book = RuleBook.Load(Files, before: null, posts: null, walk: true);

    public static readonly WorkCalendar Calendar =
        WorkCalendar.Parse(File.ReadAllText(Path.Combine(Root, "rules", "calendars", "china.txt")));

    /// <summary>The suggestion procedure of a jurisdiction itself, whatever the day.</summary>
    public static Procedure Suggestion(string jurisdiction) =>
        Book.Procedures.Single(p => p.Id == "suggestion" && p.Jurisdiction == jurisdiction);

    private static string FindRoot()
    {
        var here = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(here, "Renda.slnx")))
        {
            here = Path.GetDirectoryName(here) ?? throw new InvalidOperationException("Renda.slnx is not above the tests.");
        }

        return here;
    }
}
