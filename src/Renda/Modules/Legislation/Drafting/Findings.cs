using Renda.Statutes;
using Renda.Statutes.Referring;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>Something in a draft a person should look at.</summary>
/// <param name="Key">The block it is in.</param>
internal sealed record Finding(string Key, string Where, string Sentence);

/// <summary>What may be wrong with a draft: its structure, and references to places that are not there. Nothing is repaired and nothing is refused.</summary>
internal static class Findings
{
    private const int Most = 100;

    public static IReadOnlyList<Finding> Of(Statute statute)
    {
        var blocks = Block.Of(statute);
        var structure = statute.Defects.Select(d => Found(statute, blocks, d.Line, d.Message));
        var references = References.Of(statute).Where(r => r.Missing).Select(r => Found(statute, blocks, r.Line(statute), $"“{r.Words(statute)}”：这里没有{(r.Target < 0 ? r.From : r.To)}。"));
        return [.. structure.Concat(references).Take(Most)];
    }

    private static Finding Found(Statute statute, IReadOnlyList<Block> blocks, int line, string sentence)
    {
        var block = blocks.LastOrDefault(b => statute.Nodes[b.Node].Line <= line);
        return new Finding(block?.Key ?? Block.Head, block?.Label ?? "", sentence);
    }
}
