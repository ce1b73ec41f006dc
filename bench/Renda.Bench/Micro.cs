using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using Renda.Bench.Seeding;
using Renda.Platform.Rules;
using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Bench;

/// <summary>The parts that run inside every act, without a database.</summary>
[MemoryDiagnoser]
public class Micro
{
    private static readonly HashSet<string> Office = ["office"];
    private readonly string text = Vocabulary.Body(new Random(1));
    private RuleShelf rules = null!;
    private Procedure procedure = null!;

    internal static void Run() => BenchmarkRunner.Run<Micro>();

    [GlobalSetup]
    public void Setup()
    {
        rules = new RuleShelf(Path.Combine(AppContext.BaseDirectory, "rules"), TimeProvider.System);
        procedure = rules.Book.Find("suggestion", "370000", new DateOnly(2026, 11, 1)).Procedure!;
    }

    [Benchmark]
    public string IndexText() => Bigrams.Index(text);

    [Benchmark]
    public Deadline CountDueDate() => procedure.Limits["reply"].Count(new DateOnly(2026, 6, 30), rules.Calendar);

    [Benchmark]
    public Decision Take() => procedure.Take(
        new MatterState { Stage = "submitted" }, "file", Office, new DateOnly(2026, 11, 1),
        new Particulars(new Dictionary<string, IReadOnlyList<string>> { ["subject"] = ["health"] }));
}
