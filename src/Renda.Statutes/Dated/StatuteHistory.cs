using System.Globalization;
using Renda.Statutes.Aligning;

namespace Renda.Statutes.Dated;

/// <summary>The versions of a statute in the order of the days they came into force.</summary>
public sealed class StatuteHistory
{
    private readonly StatuteVersion[] versions;
    private IReadOnlyList<ArticleHistory>? articles;

    private StatuteHistory(StatuteVersion[] versions, DateOnly? repealed) => (this.versions, Repealed) = (versions, repealed);

    /// <summary>Oldest first; never empty.</summary>
    public IReadOnlyList<StatuteVersion> Versions => versions;

    /// <summary>The first day it was no longer in force, where it was repealed.</summary>
    public DateOnly? Repealed { get; }

    /// <summary>Each article there ever was, in the order they came. Each version is aligned with the one before.</summary>
    public IReadOnlyList<ArticleHistory> Articles => articles ??= Follow();

    /// <summary>Null, or the sentence why these are no history.</summary>
    public static string? TryMake(IEnumerable<StatuteVersion> versions, DateOnly? repealed, out StatuteHistory? history)
    {
        ArgumentNullException.ThrowIfNull(versions);
        history = null;
        StatuteVersion[] ordered = [.. versions.OrderBy(v => v.InForce)];
        if (ordered.Length == 0)
        {
            return "没有文本。";
        }

        for (var v = 1; v < ordered.Length; v++)
        {
            if (ordered[v].InForce == ordered[v - 1].InForce)
            {
                return $"有两个文本都从{Day(ordered[v].InForce)}起施行：同一天只能有一个。";
            }
        }

        if (repealed <= ordered[^1].InForce)
        {
            return $"废止日期{Day(repealed.Value)}不晚于最后一个文本的施行日期{Day(ordered[^1].InForce)}。";
        }

        history = new StatuteHistory(ordered, repealed);
        return null;
    }

    /// <summary>The version in force on a day: from its own day on, that day included. Null before the first and after the repeal.</summary>
    public StatuteVersion? InForceOn(DateOnly day) => day >= Repealed ? null : Array.FindLast(versions, v => v.InForce <= day);

    private List<ArticleHistory> Follow()
    {
        var all = new List<ArticleHistory>();
        var current = new Dictionary<int, ArticleHistory>(); // by node
        foreach (var article in versions[0].Text.Articles)
        {
            Begin(versions[0], LinkKind.Inserted, null, article, current, all);
        }

        for (var v = 1; v < versions.Length; v++)
        {
            var next = new Dictionary<int, ArticleHistory>();
            var taken = new HashSet<ArticleHistory>();
            foreach (var link in Alignment.Of(versions[v - 1].Text, versions[v].Text))
            {
                Step(versions[v], link, current, next, taken, all);
            }

            current = next;
        }

        return all;
    }

    private static void Step(StatuteVersion version, Link link, Dictionary<int, ArticleHistory> current, Dictionary<int, ArticleHistory> next, HashSet<ArticleHistory> taken, List<ArticleHistory> all)
    {
        var before = link.Old is { } old ? current[old.Node] : null;
        if (link.New is not { } to)
        {
            before!.Add(version, LinkKind.Deleted, link.Old, null);
            before.Stands(version, null);
        }
        else if (before is null)
        {
            Begin(version, LinkKind.Inserted, null, to, next, all);
        }
        else if (next.GetValueOrDefault(to.Node) is not null)
        {
            // Another went on as this article: here this one ends, unless a part of it stands elsewhere.
            before.Add(version, link.Kind, link.Old, to);
            if (!taken.Contains(before))
            {
                before.Stands(version, null);
            }
        }
        else if (!taken.Add(before))
        {
            Begin(version, link.Kind, link.Old, to, next, all);
        }
        else
        {
            before.Add(version, link.Kind, link.Old, to);
            before.Stands(version, to);
            next.Add(to.Node, before);
        }
    }

    private static void Begin(StatuteVersion version, LinkKind kind, Article? from, Article article, Dictionary<int, ArticleHistory> current, List<ArticleHistory> all)
    {
        var history = new ArticleHistory();
        history.Add(version, kind, from, article);
        history.Stands(version, article);
        current.Add(article.Node, history);
        all.Add(history);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
