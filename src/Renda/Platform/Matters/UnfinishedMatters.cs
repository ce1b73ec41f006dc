using Renda.Database;

namespace Renda.Platform.Matters;

/// <summary>What has not ended, and what was opened by a day.</summary>
internal static class UnfinishedMatters
{
    /// <summary>Those of a procedure, as a set: of what was opened long ago few are unfinished, and walked in any order most would have to be passed over.</summary>
    /// <param name="stages">The stages that are no end.</param>
    public static IQueryable<Guid> By(RendaDb db, int congress, string procedure, IReadOnlyList<string> stages, DateOnly until) =>
        db.Matters.Where(m => m.Congress == congress && m.Procedure == procedure && stages.Contains(m.Stage) && m.OpenedOn <= until).Select(m => m.Id);

    /// <summary>As a list is filtered. Of all there are the newest are near the top; only with a day they are looked up.</summary>
    public static IQueryable<Matter> Unfinished(this IQueryable<Matter> matters, RendaDb db, int congress, string procedure, RegisterFilter filter)
    {
        if (filter is { Unfinished: { } stages, Until: { } last })
        {
            var ids = By(db, congress, procedure, stages, last);
            return matters.Where(m => ids.Contains(m.Id));
        }

        return filter.Unfinished is { } some ? matters.Where(m => some.Contains(m.Stage))
            : filter.Until is { } until ? matters.Where(m => m.OpenedOn <= until)
            : matters;
    }
}
