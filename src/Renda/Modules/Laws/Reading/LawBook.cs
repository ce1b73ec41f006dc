using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Statutes;
using Renda.Statutes.Dated;

namespace Renda.Modules.Laws.Reading;

/// <summary>A law with all its texts, and the one that is read.</summary>
internal sealed record LawBook(Law Law, IReadOnlyList<LawVersion> Versions)
{
    /// <summary>Those that count, oldest first: corrected ones aside.</summary>
    public IReadOnlyList<LawVersion> Live => [.. Versions.Where(v => v.ReplacedBy is null).OrderBy(v => v.From ?? DateOnly.MinValue)];

    public static async Task<LawBook?> FindAsync(RendaDb db, int congress, Guid id) =>
        await db.Laws.AsNoTracking().SingleOrDefaultAsync(l => l.Congress == congress && l.MatterId == id) is { } law
            ? new LawBook(law, await db.LawVersions.AsNoTracking().Where(v => v.Congress == congress && v.MatterId == id).OrderBy(v => v.Number).ToListAsync()) : null;

    /// <summary>The text of a number, or the one in force on a day; null where there is none.</summary>
    public LawVersion? Choose(int? number, DateOnly on) =>
        number is { } asked ? Versions.FirstOrDefault(v => v.Number == asked) : Live.FirstOrDefault(v => v.IsInForce(on));

    /// <summary>Of what is kept, what a reader most likely wants: the text of that day, else the last.</summary>
    public LawVersion Nearest(DateOnly on) => Choose(null, on) ?? Live[^1];

    public async Task<Statute> TextAsync(RendaDb db, LawVersion version) =>
        Statute.Parse((await TextsAsync(db, [version.Number]))[version.Number]);

    /// <summary>All texts that count with their days, aligned one with the next; null with the sentence where a day is missing.</summary>
    public async Task<(StatuteHistory? History, string? None)> HistoryAsync(RendaDb db)
    {
        if (Live.FirstOrDefault(v => v.From is null) is { } undated)
        {
            return (null, $"第 {undated.Number} 个文本的施行日期还没有填，排不出沿革。请先用“勘误”补上。");
        }

        var texts = await TextsAsync(db, [.. Live.Select(v => v.Number)]);
        var none = StatuteHistory.TryMake(Live.Select(v => new StatuteVersion(v.From!.Value, Statute.Parse(texts[v.Number]))), Law.RepealedOn, out var history);
        return (history, none);
    }

    /// <summary>How a text stands on a day.</summary>
    public string Said(LawVersion version, DateOnly on) =>
        version.ReplacedBy is { } by ? $"已由第 {by} 个文本更正" : version.From is null ? "施行日期待补" : version.From > on ? "尚未施行"
        : version.Until is { } until && until <= on ? (until == Law.RepealedOn ? "已废止" : "已修改") : "现行有效";

    private async Task<Dictionary<int, string>> TextsAsync(RendaDb db, List<int> numbers) =>
        await db.TextVersions.AsNoTracking().Where(t => t.Congress == Law.Congress && t.MatterId == Law.MatterId && numbers.Contains(t.Number)).ToDictionaryAsync(t => t.Number, t => t.Text);
}
