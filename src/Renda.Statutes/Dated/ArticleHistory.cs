using Renda.Statutes.Aligning;

namespace Renda.Statutes.Dated;

/// <summary>A version of a statute and the day it came into force.</summary>
public sealed record StatuteVersion(DateOnly InForce, Statute Text);

/// <summary>What a version did to an article.</summary>
/// <param name="Version">The version that did it.</param>
/// <param name="Kind">Of the first version always inserted; unchanged is no event.</param>
/// <param name="From">The article before; null where the version brought it in.</param>
/// <param name="To">The article after; null where it was deleted. Merged: the article that took it up.</param>
public sealed record ArticleEvent(StatuteVersion Version, LinkKind Kind, Article? From, Article? To);

/// <summary>One article through all versions.</summary>
public sealed class ArticleHistory
{
    private readonly List<ArticleEvent> events = [];
    private readonly SortedList<DateOnly, Article?> texts = [];

    /// <summary>What was done to it, oldest first; never empty.</summary>
    public IReadOnlyList<ArticleEvent> Events => events;

    /// <summary>As it is in the last version; null where it is gone.</summary>
    public Article? Last => texts.Values[^1];

    /// <summary>As it was in force on a day; null where it was not.</summary>
    public Article? On(DateOnly day)
    {
        Article? found = null;
        foreach (var (from, article) in texts)
        {
            found = from <= day ? article : found;
        }

        return found;
    }

    internal void Add(StatuteVersion version, LinkKind kind, Article? from, Article? to)
    {
        if (kind != LinkKind.Unchanged)
        {
            events.Add(new ArticleEvent(version, kind, from, to));
        }
    }

    internal void Stands(StatuteVersion version, Article? article) => texts[version.InForce] = article;
}
