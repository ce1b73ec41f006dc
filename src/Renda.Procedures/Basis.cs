namespace Renda.Procedures;

/// <summary>The article a rule rests on.</summary>
public sealed record Basis(string Law, string Article, Provenance Provenance)
{
    /// <inheritdoc />
    public override string ToString() => Provenance switch
    {
        Provenance.Read => $"{Law}{Article}",
        Provenance.Secondary => $"{Law}{Article}（转引，待核对原文）",
        _ => $"{Article}（本机关做法，待确认）",
    };
}

/// <summary>How a rule is known.</summary>
public enum Provenance
{
    /// <summary>Read in the statute's own text.</summary>
    Read,

    /// <summary>Taken from a secondary source; check before relying on it.</summary>
    Secondary,

    /// <summary>Local practice for the office to confirm.</summary>
    Local,
}
