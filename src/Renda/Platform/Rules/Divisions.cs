namespace Renda.Platform.Rules;

/// <summary>The administrative divisions (GB/T 2260): provinces, cities and counties by code.</summary>
internal sealed class Divisions
{
    public const string FileName = "divisions.csv";

    private readonly Dictionary<string, string> names;

    private Divisions(Dictionary<string, string> names) => this.names = names;

    public static Divisions Load(string rules) =>
        new(Lines(Read(Path.Combine(rules, FileName))).Where(l => l.Parts.Length == 2)
            .DistinctBy(l => l.Parts[0]).ToDictionary(l => l.Parts[0], l => l.Parts[1], StringComparer.Ordinal));

    /// <summary>True for the nation, a division on file, and a town or village (9 or 12 digits) of a county on file.</summary>
    public bool Knows(string code) => code == "CN"
        || names.ContainsKey(code)
        || (code.Length is 9 or 12 && code.All(char.IsAsciiDigit) && names.ContainsKey(code[..6]));

    /// <summary>For people: 370202（市南区）, or the code alone where no name is on file.</summary>
    public string Show(string code) => code == "CN" ? "全国" : names.TryGetValue(code, out var name) ? $"{code}（{name}）" : code;

    /// <summary>The name alone: 山东省, 全国.</summary>
    public string Name(string code) => code == "CN" ? "全国" : names.GetValueOrDefault(code, code);

    /// <summary>The code of a division by its name, those of the same province first; null where none or several are called so.</summary>
    public string? Called(string name, string province)
    {
        var all = names.Where(n => n.Value == name).Select(n => n.Key).ToList();
        var own = all.Where(c => c[..2] == province[..2]).ToList();
        return (own.Count > 0 ? own : all) is [var only] ? only : null;
    }

    /// <summary>The cities of a province, by code.</summary>
    public IEnumerable<(string Code, string Name)> Cities(string province) =>
        names.Where(n => n.Key[..2] == province[..2] && n.Key.EndsWith("00", StringComparison.Ordinal) && !n.Key.EndsWith("0000", StringComparison.Ordinal))
            .OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, n.Value));

    /// <summary>What cannot be right in the file, with its line.</summary>
    public static IEnumerable<(int Line, string Reason)> Check(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, parts) in Lines(text))
        {
            if (parts is not [{ Length: 6 } code, { Length: > 0 }] || !code.All(char.IsAsciiDigit))
            {
                yield return (number, "应当是“六位代码,名称”。");
            }
            else if (!seen.Add(code))
            {
                yield return (number, $"代码 {code} 重复。");
            }
            else if (!code.EndsWith("0000", StringComparison.Ordinal) && !seen.Contains($"{code[..2]}0000"))
            {
                yield return (number, $"{code} 所在的省 {code[..2]}0000 不在它前面。");
            }
        }
    }

    private static string Read(string path) =>
        File.Exists(path) ? File.ReadAllText(path) : throw new RuleFilesException($"没有行政区划文件“{path}”。");

    private static IEnumerable<(int Number, string[] Parts)> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, i) => (Line: line, Number: i + 1))
            .Where(l => l.Line.Length > 0 && l.Line[0] != '#')
            .Select(l => (l.Number, l.Line.Split(',', StringSplitOptions.TrimEntries)));
}
