namespace Renda.Platform.Files;

/// <summary>A piece of a paper's content, named by the hash of the whole. On PostgreSQL papers lie in the database too: it is what the nodes have in common.</summary>
internal sealed class PaperPart
{
    public required string Sha256 { get; init; }

    public required int Part { get; init; }

    public required byte[] Bytes { get; init; }
}
