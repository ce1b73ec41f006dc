namespace Renda.Modules.Contact.Opinions;

/// <summary>What an opinion is counted by beside what its matter's row says.</summary>
internal sealed class Opinion
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>One of the choices of the procedure: report, opinion, difficulty.</summary>
    public required string Kind { get; set; }
}
