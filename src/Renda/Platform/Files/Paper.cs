namespace Renda.Platform.Files;

/// <summary>An uploaded paper. Its bytes lie in the paper store under their hash; it counts once a record names it.</summary>
internal sealed class Paper
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required long Size { get; init; }

    public required string MediaType { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Who uploaded it and may attach it.</summary>
    public required Guid UploadedBy { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The matter and record that name it; null until an act attaches it.</summary>
    public Guid? MatterId { get; set; }

    public int? Sequence { get; set; }
}
