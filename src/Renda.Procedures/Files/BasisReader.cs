namespace Renda.Procedures;

/// <summary>Reads the article a rule rests on.</summary>
/// <param name="laws">The law each file cites: a step a delta leaves alone keeps citing the base's law.</param>
internal sealed class BasisReader(IReadOnlyDictionary<string, string> laws)
{
    public Basis Read(RuleNode node)
    {
        if (node.Scalar is not null)
        {
            return new Basis($"《{laws[node.Path]}》", node.Text(), Provenance.Read);
        }

        var provenance = Named.Read(node.Maybe("provenance"), Provenance.Read);
        var other = node.MaybeText("law") ?? laws[node.Path];
        var basis = new Basis($"《{other}》", node.Text("article"), provenance);
        node.Done();
        return basis;
    }
}

/// <summary>Values that have names.</summary>
internal static class Named
{
    public static T Read<T>(RuleNode? node, T otherwise)
        where T : struct, Enum =>
        node is null ? otherwise
        : Enum.TryParse<T>(node.Text(), ignoreCase: true, out var value) && !char.IsDigit(node.Text()[0]) ? value
        : throw node.Error($"“{node.Text()}”不在可写之列：{string.Join("、", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}。");
}
