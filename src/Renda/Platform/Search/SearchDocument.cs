namespace Renda.Platform.Search;

/// <summary>The text a matter is found by. Its tokens lie beside it: FTS5 on SQLite, a tsvector column on PostgreSQL.</summary>
internal sealed class SearchDocument
{
    public long Id { get; init; }

    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required string Text { get; init; }

    /// <summary>A token for each person and unit with a part in the matter, and one for its procedure, between spaces.</summary>
    public required string Viewers { get; init; }
}
