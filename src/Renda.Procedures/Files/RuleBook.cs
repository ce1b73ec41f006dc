using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Renda.Procedures;

/// <summary>Every procedure on file, by jurisdiction and date. Immutable: a reload makes another book.</summary>
public sealed partial class RuleBook
{
    /// <summary>A book with nothing in it.</summary>
    public static readonly RuleBook Empty = new([], [], []);

    private readonly Dictionary<string, Procedure> byVersion;

    private RuleBook(IReadOnlyList<Procedure> procedures, IReadOnlyList<RuleProblem> problems, IReadOnlyList<RuleProblem> gaps)
    {
        this.gaps = gaps;
        Procedures = procedures;
        Problems = problems;
        byVersion = procedures.ToDictionary(p => p.Version, StringComparer.Ordinal);
    }

    /// <summary>The procedures that read and verified, national first.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>What was wrong with the rest.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }

    /// <summary>How many states of each version were walked; empty where none were.</summary>
    public IReadOnlyDictionary<string, int> States { get; private init; } = new Dictionary<string, int>();

    /// <summary>States of a procedure walked at most, beyond <c>Few</c> with one open child of a kind and part instead of two; ways to
    /// answer a step tried at most.</summary>
    public static (int Few, int Most, int Ways) Bounds => (Exploration.FewStates, Exploration.MostStates, Variants.Most);

    /// <summary>Reads and verifies files. Where one is broken, the version <paramref name="before"/> held stays in force.</summary>
    /// <param name="posts">The posts roles may name; null for a text read by itself, without the others on file.</param>
    /// <param name="walk">Walks every state of each procedure too, guards and parallel work included.</param>
    public static RuleBook Load(IEnumerable<RuleFile> files, RuleBook? before = null, IReadOnlySet<string>? posts = null, bool walk = false)
    {
        List<RuleProblem> problems = [];
        List<(RuleFile File, RuleNode Root)> parsed = [];
        foreach (var (file, parse) in files.AsParallel().AsOrdered().Select(f => (f, Parse(f))))
        {
            Try(problems, () => parsed.Add((file, parse())));
        }

        // Bases first: a delta on a broken base says only that.
        List<(RuleFile File, RuleNode Root, Procedure Procedure)> read = [];
        Dictionary<string, string> shapes = new(StringComparer.Ordinal);
        foreach (var (file, root) in parsed.OrderBy(p => p.Root.Map?.ContainsKey("amends") ?? false))
        {
            Try(problems, () => read.Add((file, root, Read(file, root, parsed, problems, posts, shapes))));
        }

        var known = parsed.Select(p => p.Root.Map?.GetValueOrDefault("procedure")?.Scalar).OfType<string>().CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        List<Procedure> all = [.. read.Select(r => r.Procedure)];
        foreach (var (file, root, procedure) in posts is null ? [] : read)
        {
            problems.AddRange(Located(file, root, BookVerification.Of(procedure, known, all)));
        }

        problems.AddRange(posts is null ? [] : BookVerification.Conditional([.. parsed.Select(p => p.Root)]).DistinctBy(p => (p.Path, p.Line)));
        read.RemoveAll(r => problems.Any(p => p.Path == r.File.Path));
        var walked = walk ? Walk(read, shapes) : [];
        problems.AddRange(walked.SelectMany(w => w.Problems));
        read.RemoveAll(r => problems.Any(p => p.Path == r.File.Path));

        var good = read.Where(r => Free(r, read, problems)).Select(r => r.Procedure).ToList();
        if (problems.Count > 0 && before is not null)
        {
            good.AddRange(before.Procedures.Where(old => !good.Any(p => Place(p) == Place(old))));
        }

        var ordered = good.OrderBy(p => p.Jurisdiction == "CN" ? "" : p.Jurisdiction, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.InForce);
        return new RuleBook([.. ordered], [.. problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line)], Gaps(problems, before)) { States = walked.ToDictionary(w => w.Version, w => w.States, StringComparer.Ordinal) };
    }

    // Files are parsed side by side; what is wrong with one is told in its turn.
    private static Func<RuleNode> Parse(RuleFile file)
    {
        try
        {
            var root = RuleNode.Parse(file);
            return () => root;
        }
        catch (RuleException e)
        {
            return () => throw new RuleException(e.Problem);
        }
    }

    private static List<(string Version, int States, IReadOnlyList<RuleProblem> Problems)> Walk(List<(RuleFile File, RuleNode Root, Procedure Procedure)> read, Dictionary<string, string> shapes) =>
    [
        // Texts of one shape are walked once. The largest first: no processor is left with a long one at the end.
        .. Partitioner.Create(read.GroupBy(r => shapes[r.Procedure.Version], StringComparer.Ordinal).OrderByDescending(g => g.First().Procedure.Whole().Sum(p => p.Steps.Count)), EnumerablePartitionerOptions.NoBuffering).AsParallel().SelectMany(same =>
        {
            var first = Exploration.Of(same.First().Procedure);
            return same.Select((r, i) =>
            {
                // What is wrong is said in each text's own words.
                var (states, defects) = i == 0 || first.Defects.Count == 0 ? first : Exploration.Of(r.Procedure);
                return (r.Procedure.Version, states, (IReadOnlyList<RuleProblem>)[.. Located(r.File, r.Root, defects)]);
            });
        }),
    ];

    private static IEnumerable<RuleProblem> Located(RuleFile file, RuleNode root, IEnumerable<Defect> defects) =>
        defects.Select(v => new RuleProblem(file.Path, v.Locate(root) ?? root.Maybe("amends")?.Line ?? 1, v.Reason));

    /// <summary>The procedure a version hash stands for, or null.</summary>
    public Procedure? ByVersion(string version) => byVersion.GetValueOrDefault(version);

    /// <summary>The version source texts stand for: a hash over them, base first.</summary>
    public static string VersionOf(IEnumerable<RuleFile> sources) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n---\n", sources.Select(s => s.Text.ReplaceLineEndings("\n"))))));

    private static (string, string, DateOnly) Place(Procedure p) => (p.Id, p.Jurisdiction, p.InForce);

    private static Procedure Read(RuleFile file, RuleNode root, List<(RuleFile File, RuleNode Root)> all, List<RuleProblem> problems, IReadOnlySet<string>? posts, Dictionary<string, string> shapes)
    {
        var id = root.Get("procedure").Id(root.Text("procedure"));
        var law = root.Text("law");
        var (merged, sources, laws) = root.MaybeText("amends") is { } amends
            ? Amend(file, root, Basis(root, id, amends, all, problems))
            : (root, (IReadOnlyList<RuleFile>)[file], new Dictionary<string, string> { [file.Path] = law });

        var version = VersionOf(sources);
        var procedure = new ProcedureReader(law, new BasisReader(laws), version, sources).Read(merged, id, root.Text("jurisdiction"), root.Day("in-force"));
        var found = Located(file, root, Verification.Verify(procedure, posts)).ToList();
        problems.AddRange(found);
        shapes[version] = RuleShape.Of(merged);
        return found.Count == 0 ? procedure : throw new RuleException(found[0]);
    }

    private static (RuleFile File, RuleNode Root) Basis(RuleNode root, string id, string amends, List<(RuleFile File, RuleNode Root)> all, List<RuleProblem> problems)
    {
        // Of several texts of the base, the one in force when the local text took effect, else the earliest.
        var basis = all.Where(f => f.Root.Map is { } map && Is(map, "procedure", id) && Is(map, "jurisdiction", amends) && !map.ContainsKey("amends"))
            .OrderByDescending(f => f.Root.Day("in-force") is var day && day <= root.Day("in-force") ? day.DayNumber : -day.DayNumber).FirstOrDefault();
        return basis.Root is null ? throw root.Get("amends").Error($"找不到作为底本的 {amends} 的“{id}”，或者它本身有错。")
            : problems.Any(p => p.Path == basis.File.Path) ? throw root.Get("amends").Error($"底本 {basis.File.Path} 有错，改好之前此件不能采用。")
            : basis;
    }

    private static (RuleNode Merged, IReadOnlyList<RuleFile> Sources, Dictionary<string, string> Laws) Amend(RuleFile file, RuleNode root, (RuleFile File, RuleNode Root) basis)
    {
        var merged = Delta.Apply(basis.Root, root);
        foreach (var key in (string[])["jurisdiction", "in-force", "law", "note", "newer", "below"])
        {
            root.Maybe(key);
        }

        root.Done();
        var laws = new Dictionary<string, string> { [basis.File.Path] = basis.Root.Text("law"), [file.Path] = root.Text("law") };
        return (merged, [basis.File, file], laws);
    }

    private static bool Is(Dictionary<string, RuleNode> map, string key, string value) =>
        map.TryGetValue(key, out var node) && node.Scalar == value;

    private static bool Free(
        (RuleFile File, RuleNode Root, Procedure Procedure) one, List<(RuleFile File, RuleNode Root, Procedure Procedure)> all, List<RuleProblem> problems)
    {
        var (file, root, procedure) = one;
        var first = all.Find(r => Place(r.Procedure) == Place(procedure));
        if (first.Procedure != procedure)
        {
            problems.Add(new RuleProblem(file.Path, root.Get("in-force").Line, $"{procedure.Jurisdiction} 的“{procedure.Id}”自 {procedure.InForce:yyyy-MM-dd} 起的版本已在 {first.File.Path} 中。"));
        }

        return first.Procedure == procedure;
    }

    private static void Try(List<RuleProblem> problems, Action read)
    {
        try
        {
            read();
        }
        catch (RuleException e)
        {
            if (!problems.Contains(e.Problem))
            {
                problems.Add(e.Problem);
            }
        }
    }
}
