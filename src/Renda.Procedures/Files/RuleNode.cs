using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Renda.Procedures;

/// <summary>Stops reading a file; the reader turns it into a <see cref="RuleProblem"/>.</summary>
internal sealed class RuleException(RuleProblem problem) : Exception(problem.ToString())
{
    public RuleProblem Problem { get; } = problem;
}

/// <summary>A YAML node that knows its file and line, read strictly: what nobody asked for is an error.</summary>
internal sealed class RuleNode
{
    private const int LongestId = 60;
    private const int Longest = 400_000; // Characters; ten times the longest procedure on file.

    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    private RuleNode(string path, int line, string? scalar, List<RuleNode>? items, Dictionary<string, RuleNode>? map)
    {
        (Path, Line, Scalar, Items, Map) = (path, line, scalar, items, map);
    }

    public string Path { get; }

    public int Line { get; }

    public string? Scalar { get; }

    public List<RuleNode>? Items { get; }

    public Dictionary<string, RuleNode>? Map { get; }

    public static RuleNode Parse(RuleFile file)
    {
        if (file.Text.Length > Longest)
        {
            throw new RuleException(new RuleProblem(file.Path, 1, $"文件有 {file.Text.Length} 个字符，规则文件最多 {Longest} 个。"));
        }

        // Who read the file put this sign in place of what is not UTF-8.
        if (file.Text.IndexOf('\uFFFD') is >= 0 and var foreign)
        {
            throw new RuleException(new RuleProblem(file.Path, file.Text.AsSpan(0, foreign).Count('\n') + 1, "文件不是 UTF-8 编码，请用编辑器另存为 UTF-8。"));
        }

        try
        {
            var events = new RuleEvents(file);
            events.Refuse();
            var stream = new YamlStream();
            stream.Load(events);
            return stream.Documents.Count == 1
                ? new Reading(file.Path).From(stream.Documents[0].RootNode, (int)stream.Documents[0].RootNode.Start.Line)
                : throw new RuleException(new RuleProblem(file.Path, 0, "文件应当恰好有一份 YAML 文档。"));
        }
        catch (YamlException e)
        {
            throw new RuleException(new RuleProblem(file.Path, (int)e.Start.Line, YamlWords.Of(e)));
        }
    }

    public RuleException Error(string reason) => new(new RuleProblem(Path, Line, reason));

    public RuleNode? Maybe(string key)
    {
        read.Add(key);
        return (Map ?? throw Error("这里应当是一组“名称: 内容”。")).GetValueOrDefault(key);
    }

    public RuleNode Get(string key) => Maybe(key) ?? throw Error($"缺少“{key}”。");

    public string Text() => !string.IsNullOrWhiteSpace(Scalar) ? Scalar : throw Error("这里应当是文字。");

    public string Text(string key) => Get(key).Text();

    public string? MaybeText(string key) => Maybe(key)?.Text();

    public bool Flag(string key) => Maybe(key) is { } node && node.Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw node.Error($"“{key}”应当是 true 或 false。"),
    };

    public int Whole(string key) => Get(key) is var node && int.TryParse(node.Text(), out var n) && n is > 0 and < 10_000
        ? n
        : throw node.Error($"“{key}”应当是 1 到 9999 的整数。");

    public DateOnly Day(string key) => Get(key) is var node && DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", out var day)
        ? day
        : throw node.Error($"“{key}”应当是日期，如 2017-05-19。");

    /// <summary>A list of texts; a single text stands for a list of one; absent is empty.</summary>
    public IReadOnlyList<string> Texts(string key) => Maybe(key) switch
    {
        null => [],
        { Items: { } items } => [.. items.Select(i => i.Text())],
        var node => [node.Text()],
    };

    public IEnumerable<RuleNode> List(string key) => Maybe(key) switch
    {
        null => [],
        { Items: { } items } => items,
        var node => throw node.Error($"“{key}”应当是列表。"),
    };

    public IEnumerable<(string Key, RuleNode Node)> Entries(string key) => Maybe(key) switch
    {
        null => [],
        { Map: { } map } => map.Select(p => (p.Key, p.Value)),
        var node => throw node.Error($"“{key}”应当是一组“名称: 内容”。"),
    };

    /// <summary>Entries whose names stand in addresses and records.</summary>
    public IEnumerable<(string Key, RuleNode Node)> Named(string key) => Entries(key).Select(e => (e.Node.Id(e.Key), e.Node));

    /// <summary>A name that can stand in an address, else an error on this line.</summary>
    public string Id(string name) =>
        name.Length is > 0 and <= LongestId && name[0] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? name
        : throw Error($"名称“{name}”只能用小写英文字母、数字和连字符“-”，以字母或数字开头，最多 {LongestId} 个字符。");

    /// <summary>Refuses keys that were never asked for.</summary>
    public void Done()
    {
        if (Map?.FirstOrDefault(p => !read.Contains(p.Key)) is { Key: not null } extra)
        {
            throw extra.Value.Error($"不认识“{extra.Key}”。可以写的有：{string.Join("、", read.Order(StringComparer.Ordinal))}。");
        }
    }

    public RuleNode With(Dictionary<string, RuleNode> map) => new(Path, Line, null, null, map);

    // One reading of a document; how much it makes was counted before.
    private sealed class Reading(string path)
    {
        // A value stands on the line of its key: there people look for it, and an alias counts where it is used.
        public RuleNode From(YamlNode node, int line, int depth = 0)
        {
            return node switch
            {
                _ when depth > RuleEvents.Deepest => throw new RuleException(new RuleProblem(path, line, RuleEvents.TooDeep)),
                YamlScalarNode scalar => new(path, line, scalar.Value, null, null),
                YamlSequenceNode items => new(path, line, null, [.. items.Select(i => From(i, (int)i.Start.Line, depth + 1))], null),
                YamlMappingNode map => new(path, line, null, null, Entries(map, depth + 1)),
                _ => throw new RuleException(new RuleProblem(path, line, "不支持这种 YAML 写法。")),
            };
        }

        // Merge keys (<<) give a map another's entries where it has none of its own.
        private Dictionary<string, RuleNode> Entries(YamlMappingNode map, int depth)
        {
            var entries = new Dictionary<string, RuleNode>(StringComparer.Ordinal);
            foreach (var (key, value) in map.Children)
            {
                var name = (key as YamlScalarNode)?.Value ?? "";
                if (name == "<<" && value is YamlMappingNode merged && depth <= RuleEvents.Deepest)
                {
                    foreach (var (k, v) in Entries(merged, depth + 1))
                    {
                        entries.TryAdd(k, v);
                    }
                }
                else
                {
                    entries[name] = From(value, (int)key.Start.Line, depth);
                }
            }

            return entries;
        }
    }
}
