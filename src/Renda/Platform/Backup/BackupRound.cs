namespace Renda.Platform.Backup;

/// <summary>When the scheduled backup is due next and how the last one went. One row, under the first congress: a backup holds them all.</summary>
internal sealed class BackupRound
{
    public required int Congress { get; init; }

    /// <summary>Whoever moves this on makes the backup; other nodes find it moved.</summary>
    public required DateTime NextAt { get; set; }

    /// <summary>When the last one began that came to an end.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>The file, or why there is none.</summary>
    public string? Said { get; set; }

    public bool Failed { get; set; }
}
