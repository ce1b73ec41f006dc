namespace Renda.Modules.Suggestions.Numbers;

/// <summary>A number of the page: which results it counts. The same condition counts them and lists them.</summary>
/// <param name="Title">As it heads a column.</param>
/// <param name="Replied">Of those that were answered.</param>
internal sealed record Figure(string Id, string Title, bool Replied = false)
{
    /// <summary>Answered so.</summary>
    public string? Reply { get; init; }

    /// <summary>Thought of so; empty for what the deputy has not said yet.</summary>
    public string? Attitude { get; init; }

    /// <summary>Thought of so; empty for what the deputy has not said yet.</summary>
    public string? Result { get; init; }

    /// <summary>Something was promised.</summary>
    public bool Promised { get; init; }

    /// <summary>What became of the promise.</summary>
    public string? Promise { get; init; }

    /// <summary>The promise is past its day, or is not.</summary>
    public bool? Late { get; init; }

    /// <summary>A unit's part of a suggestion that several handle separately.</summary>
    public bool Divided { get; init; }

    public bool Counts(Cell cell) =>
        (!Replied || cell.Reply.Length > 0)
        && (Reply is null || cell.Reply == Reply)
        && (Attitude is null || cell.Attitude == Attitude)
        && (Result is null || cell.Result == Result)
        && (!Divided || cell.Divided)
        && (!Promised || cell.Promise.Length > 0)
        && (Promise is null || cell.Promise == Promise)
        && (Late is null || cell.Late == Late);

    public IQueryable<HandlingResult> Of(IQueryable<HandlingResult> results, DateOnly today)
    {
        results = Replied ? results.Where(o => o.Reply != "") : results;
        results = Reply is { } reply ? results.Where(o => o.Reply == reply) : results;
        results = Attitude is { } attitude ? results.Where(o => o.Attitude == attitude) : results;
        results = Result is { } result ? results.Where(o => o.Result == result) : results;
        results = Divided ? results.Where(o => o.Divided) : results;
        results = Promised ? results.Where(o => o.Promise != "") : results;
        results = Promise is { } promise ? results.Where(o => o.Promise == promise) : results;
        return Late is { } late ? results.Where(o => o.PromisedBy < today == late) : results;
    }
}

/// <summary>Outcomes alike in all that is counted.</summary>
/// <param name="Of">The row they are counted under; empty for those it is not known of.</param>
/// <param name="Late">What was promised is past its day.</param>
internal sealed record Cell(int Year, string Of, string Reply, string Attitude, string Result, string Promise, bool Late, bool Divided, int Count);
