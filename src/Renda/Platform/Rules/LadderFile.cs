using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The ladder of reminders as it was last readable. An office without the file reminds nobody.</summary>
internal sealed class LadderFile(string directory)
{
    public const string Name = "reminders.yaml";

    public ReminderLadder Ladder { get; private set; } = ReminderLadder.None;

    /// <summary>What is wrong with the file as it is now.</summary>
    public RuleProblem? Problem { get; private set; }

    /// <summary>Whether a path below the rules is the ladder's, and so no procedure.</summary>
    public static bool Is(string path, string directory) => Path.GetRelativePath(directory, path) == Name;

    /// <summary>Reads it again. What it names is looked for among the procedures in force.</summary>
    public void Read(RuleBook book)
    {
        (var read, Problem) = Read(directory, book);
        Ladder = read ?? Ladder;
    }

    public static (ReminderLadder? Ladder, RuleProblem? Problem) Read(string directory, RuleBook book)
    {
        var path = Path.Combine(directory, Name);
        return File.Exists(path) ? ReminderLadder.Read(new RuleFile(Name, File.ReadAllText(path)), book, Posts.Kinds) : (ReminderLadder.None, null);
    }
}
