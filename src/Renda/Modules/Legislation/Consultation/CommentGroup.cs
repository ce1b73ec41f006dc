namespace Renda.Modules.Legislation.Consultation;

/// <summary>Comments on one article that are worded alike. The first of them leads: whether another belongs is told by its words.</summary>
internal sealed class CommentGroup
{
    public required int Congress { get; init; }

    public required Guid Id { get; init; }

    public required Guid MatterId { get; init; }

    public required int Round { get; init; }

    public required int Place { get; init; }

    public required string Article { get; init; }

    /// <summary>What the first of them says.</summary>
    public required string Lead { get; init; }

    public int Size { get; set; }

    /// <summary>How many of them nothing has become of yet.</summary>
    public int Open { get; set; }
}

/// <summary>A key under which a group is found by comments worded like its first (see <see cref="Grouping.Sketch"/>).</summary>
internal sealed class CommentBand
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required long Band { get; init; }

    public required Guid GroupId { get; init; }
}

/// <summary>What somebody decided became of a group or of one comment. A changed mind adds another; none is altered.</summary>
internal sealed class CommentDisposition
{
    public required int Congress { get; init; }

    public required Guid Id { get; init; }

    public required Guid MatterId { get; init; }

    public required int Round { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>The one comment it is about; null for the group.</summary>
    public Guid? CommentId { get; init; }

    public required CommentResult Result { get; init; }

    public required string Reason { get; init; }

    /// <summary>How many comments it was about.</summary>
    public required int Count { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The same form again disposes of nothing more.</summary>
    public required Guid Key { get; init; }
}
