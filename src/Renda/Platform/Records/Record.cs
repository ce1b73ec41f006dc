namespace Renda.Platform.Records;

/// <summary>An act on the record. Written once with the change it records; the database refuses to alter or remove it.</summary>
internal sealed class Record
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>1, 2, 3 … within the matter.</summary>
    public required int Sequence { get; init; }

    public required string Step { get; init; }

    /// <summary>The stage after the act.</summary>
    public required string Stage { get; init; }

    /// <summary>Who acted; null for an act from the command line.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>The post acted from.</summary>
    public required Guid? PostId { get; init; }

    /// <summary>UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>The legal date of the act.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was given: canonical JSON, kept to the letter because it is hashed.</summary>
    public required string Particulars { get; init; }

    /// <summary>The papers attached: canonical JSON of id, name, size and SHA-256.</summary>
    public required string Papers { get; init; }

    /// <summary>The version of the procedure acted under.</summary>
    public required string Version { get; init; }

    /// <summary>The article.</summary>
    public required string Basis { get; init; }

    /// <summary>The key of the request, so that a repeated one does not act twice; null for acts that follow another.</summary>
    public required Guid? Key { get; init; }

    /// <summary>The hash of the matter's previous record; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 over all of the above, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    public Record Sealed()
    {
        Hash = ComputeHash();
        return this;
    }

    public string ComputeHash() => RecordLine.Of(this).ComputeHash();
}
