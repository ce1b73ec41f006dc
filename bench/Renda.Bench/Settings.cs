namespace Renda.Bench;

/// <summary>What the benchmark is asked to do.</summary>
/// <param name="Rows">How many suggestions.</param>
/// <param name="Data">Where the database lies; seeded when it is not of that size yet.</param>
/// <param name="Postgres">A connection string: the database is then PostgreSQL.</param>
/// <param name="Only">Measures only the pages whose name contains this.</param>
/// <param name="Sql">Prints the SQL of each page once, for EXPLAIN QUERY PLAN.</param>
internal sealed record Settings(int Rows, string Data, string? Only, bool Sql, bool Acts, int Runs, string? Out, string? Postgres)
{
    public static Settings Read(string[] args)
    {
        string? After(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
        var rows = int.Parse(After("--rows") ?? "1000000");
        return new Settings(
            rows, Path.GetFullPath(After("--data") ?? Path.Combine(Path.GetTempPath(), $"renda-bench-{rows}")), After("--only"), args.Contains("--sql"),
            !args.Contains("--no-acts"), int.Parse(After("--runs") ?? "50"), After("--out"), After("--postgres"));
    }
}
