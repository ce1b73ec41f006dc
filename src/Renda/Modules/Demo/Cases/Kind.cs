namespace Renda.Modules.Demo.Cases;

/// <summary>The invented cases of a procedure: how many days ago each began, and what they are about.</summary>
/// <param name="Following">The title of a case that follows from another one; null where none does.</param>
internal sealed record Kind(string Procedure, IReadOnlyList<int> Ago, IReadOnlyList<Matter> About, string? Following)
{
    private const string Follows = "~ ";

    /// <summary>In the order they are planned: what others name comes before them.</summary>
    public static IReadOnlyList<Kind> All { get; } = [.. Texts.Blocks("cases.txt").Select(Parse)];

    private static Kind Parse(string[] lines)
    {
        var head = lines[0].Split(' ');
        return new Kind(
            head[0], [.. head[1..].Select(int.Parse)], [.. lines[1..].Where(l => !l.StartsWith(Follows, StringComparison.Ordinal)).Select(l => l.Split(" | ")).Select(l => new Matter(l[0], l[^1]))],
            lines.FirstOrDefault(l => l.StartsWith(Follows, StringComparison.Ordinal))?[Follows.Length..]);
    }

    /// <summary>What a case that names this one is about.</summary>
    public Matter After(string about) => new(about, Following!.Replace("{题}", about, StringComparison.Ordinal));
}

/// <summary>What a case is about, in a few words, and its title.</summary>
internal sealed record Matter(string About, string Title);
