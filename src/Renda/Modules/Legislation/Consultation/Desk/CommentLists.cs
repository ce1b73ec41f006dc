using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>What groups are listed by; all of it stands in the address.</summary>
/// <param name="Place">An article; null for all.</param>
/// <param name="Open">Only those with comments that still wait.</param>
internal sealed record GroupFilter(int Round, int? Place, bool Open)
{
    public string Query(string? after = null)
    {
        (string Name, string? Value)[] parts = [("round", $"{Round}"), ("place", Place is { } place ? $"{place}" : null), ("open", Open ? "true" : null), ("after", after)];
        return "?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
    }
}

/// <summary>A distinct wording in a group.</summary>
/// <param name="First">The first comment that says so.</param>
internal sealed record WordingRow(int Count, int Open, PublicComment First);

/// <summary>The lists of a round: groups by size, the wordings of a group, comments that contain some words.</summary>
internal sealed class CommentLists(RendaDb db)
{
    public const int PageSize = 50;

    /// <summary>The largest first, one more than a page.</summary>
    public Task<List<CommentGroup>> GroupsAsync(ConsultationRound round, GroupFilter filter, (int Size, Guid Id)? after) => Ordered(round, filter, after).Take(PageSize + 1).ToListAsync();

    /// <summary>The largest of those that still wait, after one of them, else from the beginning; null where none does.</summary>
    public async Task<Guid?> NextAsync(ConsultationRound round, GroupFilter filter, CommentGroup from) =>
        await Ordered(round, filter with { Open = true }, (from.Size, from.Id)).Select(g => (Guid?)g.Id).FirstOrDefaultAsync()
        ?? await Ordered(round, filter with { Open = true }, null).Where(g => g.Id != from.Id).Select(g => (Guid?)g.Id).FirstOrDefaultAsync();

    public Task<CommentGroup?> GroupAsync(ConsultationRound round, Guid id) => db.GroupsOf(round).SingleOrDefaultAsync(g => g.Id == id);

    /// <summary>The wordings of a group, the most frequent first, one more than a page.</summary>
    /// <param name="after">How many said the last of the page before, and its hash.</param>
    public async Task<List<WordingRow>> WordingsAsync(CommentGroup group, (int Count, string Wording)? after)
    {
        var comments = db.PublicComments.AsNoTracking().Where(c => c.Congress == group.Congress && c.GroupId == group.Id);
        var counted = comments.GroupBy(c => c.Wording).Select(g => new { Wording = g.Key, Count = g.Count(), Open = g.Count(c => c.Result == null) });
        if (after is (var count, var wording))
        {
            counted = counted.Where(w => w.Count < count || (w.Count == count && string.Compare(w.Wording, wording) > 0));
        }

        var page = await counted.OrderByDescending(w => w.Count).ThenBy(w => w.Wording).Take(PageSize + 1).ToListAsync();
        List<string> shown = [.. page.Select(w => w.Wording)];
        var first = await comments.Where(c => shown.Contains(c.Wording)).GroupBy(c => c.Wording).Select(g => g.OrderBy(c => c.Id).First()).ToListAsync();
        var said = first.ToDictionary(c => c.Wording, StringComparer.Ordinal);
        return [.. page.Select(w => new WordingRow(w.Count, w.Open, said[w.Wording]))];
    }

    /// <summary>Comments that contain these words, in the order in which they came.</summary>
    public Task<List<PublicComment>> FindAsync(ConsultationRound round, string words, bool open, (DateTime At, Guid Id)? after)
    {
        var found = db.CommentsOf(round).Where(c => c.Text.Contains(words) && (!open || c.Result == null));
        if (after is (var at, var id))
        {
            found = found.Where(c => c.At >= at && (c.At > at || c.Id.CompareTo(id) > 0));
        }

        return found.OrderBy(c => c.At).ThenBy(c => c.Id).Take(PageSize + 1).ToListAsync();
    }

    public static string Write(int size, Guid id) => FormattableString.Invariant($"{size}-{id:N}");

    /// <summary>Null for what is no cursor.</summary>
    public static (int Count, string Wording)? ReadCount(string? text) =>
        text?.Split('-') is [var count, var wording] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, wording) : null;

    public static (int, Guid)? ReadSize(string? text) =>
        text?.Split('-') is [var size, var id] && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(id, "N", out var guid) ? (number, guid) : null;

    public static string Write(DateTime at, Guid id) => FormattableString.Invariant($"{at.Ticks}-{id:N}");

    public static (DateTime, Guid)? ReadInstant(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTime(ticks, DateTimeKind.Utc), guid) : null;

    private IQueryable<CommentGroup> Ordered(ConsultationRound round, GroupFilter filter, (int Size, Guid Id)? after)
    {
        var groups = db.GroupsOf(round);
        groups = filter.Place is { } place ? groups.Where(g => g.Place == place) : groups;
        groups = filter.Open ? groups.Where(g => g.Open > 0) : groups;
        if (after is (var size, var id))
        {
            groups = groups.Where(g => g.Size <= size && (g.Size < size || g.Id.CompareTo(id) < 0));
        }

        return groups.OrderByDescending(g => g.Size).ThenByDescending(g => g.Id);
    }
}
