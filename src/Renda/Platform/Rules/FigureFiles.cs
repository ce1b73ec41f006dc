using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The figures as they were last readable.</summary>
internal sealed class FigureFiles(string directory)
{
    private const string Folder = "figures";

    public FigureBook Book { get; private set; } = FigureBook.Empty;

    /// <summary>What is wrong with the files as they are now.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; private set; } = [];

    /// <summary>Whether a path below the rules holds figures, and so no procedure.</summary>
    public static bool Is(string path, string directory) => Path.GetRelativePath(directory, path).Replace('\\', '/').StartsWith($"{Folder}/", StringComparison.Ordinal);

    /// <summary>Reads them again; a broken file changes nothing once there was a good one.</summary>
    public void Read(RuleBook book)
    {
        var read = Read(directory, book);
        Problems = read.Problems;
        Book = read.Problems.Count == 0 || Book.Figures.Count == 0 ? read : Book;
    }

    public static FigureBook Read(string directory, RuleBook book)
    {
        var folder = Path.Combine(directory, Folder);
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(p => new RuleFile($"{Folder}/{Path.GetFileName(p)}", File.ReadAllText(p)))
            : [];
        return FigureBook.Load(files, book, Posts.Named);
    }
}
