namespace Renda.Procedures;

/// <summary>A procedure file's text and where it came from.</summary>
public sealed record RuleFile(string Path, string Text);

/// <summary>What is wrong with a file, and where. Line is 1-based; 0 when it concerns the whole file.</summary>
public sealed record RuleProblem(string Path, int Line, string Reason)
{
    /// <inheritdoc />
    public override string ToString() => Line > 0 ? $"{Path}:{Line}: {Reason}" : $"{Path}: {Reason}";
}
