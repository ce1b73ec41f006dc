namespace Renda.Modules.Supervision.Due;

/// <summary>A number of the page: what is past its day, or due within so many days. The same condition counts and lists.</summary>
/// <param name="Days">Within so many days from today on; null for what is late.</param>
internal sealed record DueFigure(string Id, string Title, int? Days)
{
    public static readonly IReadOnlyList<DueFigure> All =
    [
        new("late", "逾期", null),
        new("in-7", "7 天内到期", 7),
        new("in-15", "15 天内到期", 15),
        new("in-30", "30 天内到期", 30),
    ];

    /// <summary>Nothing further ahead is counted.</summary>
    public static int Horizon => All.Max(f => f.Days ?? 0);

    public static DueFigure? Find(string? id) => All.FirstOrDefault(f => f.Id == id);

    public bool Counts(DateOnly due, DateOnly today) => Days is { } days ? due >= today && due <= today.AddDays(days) : due < today;

    public IQueryable<DueItem> Of(IQueryable<DueItem> items, DateOnly today)
    {
        if (Days is not { } days)
        {
            return items.Where(i => i.Due < today);
        }

        var last = today.AddDays(days);
        return items.Where(i => i.Due >= today && i.Due <= last);
    }
}
