using Renda.Platform.Rules;

namespace Renda.Modules.Reports.Editing;

/// <summary>The texts reports begin from, as files the office can change.</summary>
internal sealed class Templates(RuleShelf rules)
{
    private const string Folder = "reports";

    /// <summary>Null where there is none of that name.</summary>
    public string? Find(string name)
    {
        var file = Path.Combine(rules.Directory, Folder, $"{name}.md");
        return name.Length is > 0 and <= 60 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
