using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Legislation.Opinions;

/// <summary>An opinion with what was done about it last.</summary>
internal sealed record OpinionTold(BillOpinion Opinion, string EnteredBy, OpinionOutcome? Outcome);

/// <summary>Opinions on drafts: entered by those who take part, each with a recorded outcome (立法法 35, 36: what is not adopted is answered).</summary>
internal sealed class BillOpinions(RendaDb db, TimeProvider time)
{
    public const string Note = "note";
    public const int Longest = 4000;

    public static readonly IReadOnlyDictionary<string, string> Sources = new Dictionary<string, string>
    {
        ["deliberation"] = "常委会组成人员审议意见",
        ["committee"] = "专门委员会审议意见",
        ["deputies"] = "代表意见",
        ["written"] = "书面征求意见",
        ["forum"] = "座谈会、论证会、调研",
        [Note] = "起草批注",
    };

    public static readonly IReadOnlyDictionary<string, string> Results = new Dictionary<string, string> { ["adopted"] = "采纳", ["partly"] = "部分采纳", ["declined"] = "未采纳" };

    public static bool CanEnter(MatterView view) => !view.Root.Matter.Ended && view.Roles[view.Root.Matter.Id].Overlaps(["legal", "committee", "drafter", "secretariat"]);

    public static bool CanSettle(MatterView view) => !view.Root.Matter.Ended && view.Roles[view.Root.Matter.Id].Overlaps(["legal", "drafter"]);

    /// <summary>Why it is not taken; null where it is entered. The same words of the same source to the same place stand once.</summary>
    public async Task<string?> EnterAsync(Actor actor, Guid matter, string place, string source, string whose, string text)
    {
        (place, whose, text) = (place.Trim(), whose.Trim(), Plain.Text(text).Trim());
        if (!Sources.ContainsKey(source))
        {
            return "请选择是谁的意见。";
        }

        if (text.Length is 0 or > Longest || whose.Length > 60 || place.Length > 60)
        {
            return text.Length == 0 ? "请写意见的内容。" : text.Length > Longest ? $"意见有 {text.Length} 个字，最多 {Longest} 个。" : "“提出人”“条”最多 60 个字。";
        }

        return await db.InTransactionAsync(
            async () =>
            {
                if (!await Of(actor.Congress, matter).AnyAsync(o => o.Place == place && o.Source == source && o.Whose == whose && o.Text == text))
                {
                    db.BillOpinions.Add(new BillOpinion { Congress = actor.Congress, MatterId = matter, Place = place, Source = source, Whose = whose, Text = text, PersonId = actor.PersonId, At = time.GetUtcNow().UtcDateTime });
                    await db.SaveChangesAsync();
                }

                return (string?)null;
            },
            _ => true);
    }

    /// <summary>Why it is not taken; null where it is recorded.</summary>
    public async Task<string?> SettleAsync(Actor actor, Guid matter, Guid opinion, string result, string reason)
    {
        reason = Plain.Text(reason).Trim();
        if (!Results.ContainsKey(result))
        {
            return "请选择采纳、部分采纳还是未采纳。";
        }

        if (result != "adopted" && reason.Length == 0)
        {
            return "没有全部采纳的，请写明理由。";
        }

        if (reason.Length > 1000)
        {
            return $"理由有 {reason.Length} 个字，最多 1000 个。";
        }

        return await db.InTransactionAsync(
            async () =>
            {
                if (!await Of(actor.Congress, matter).AnyAsync(o => o.Id == opinion))
                {
                    return "没有这条意见。";
                }

                var last = await db.OpinionOutcomes.AsNoTracking().Where(r => r.Congress == actor.Congress && r.OpinionId == opinion).OrderByDescending(r => r.Number).FirstOrDefaultAsync();
                if (last is null || last.Result != result || last.Reason != reason)
                {
                    db.OpinionOutcomes.Add(new OpinionOutcome { Congress = actor.Congress, OpinionId = opinion, Number = (last?.Number ?? 0) + 1, Result = result, Reason = reason, PersonId = actor.PersonId, At = time.GetUtcNow().UtcDateTime });
                    await db.SaveChangesAsync();
                }

                return null;
            },
            _ => true);
    }

    /// <summary>Those of a place, or all; a page at a time, in the order they were entered.</summary>
    public async Task<IReadOnlyList<OpinionTold>> ListAsync(int congress, Guid matter, string? place, bool open, Guid? after, int most)
    {
        var rows = Of(congress, matter);
        rows = place is null ? rows : rows.Where(o => o.Place == place);
        rows = open ? rows.Where(o => !db.OpinionOutcomes.Any(r => r.Congress == congress && r.OpinionId == o.Id)) : rows;
        rows = after is { } last ? rows.Where(o => o.Id.CompareTo(last) > 0) : rows;
        var found = await (from o in rows.OrderBy(o => o.Id).Take(most) join p in db.People on new { o.Congress, Id = o.PersonId } equals new { p.Congress, p.Id } orderby o.Id select new { o, p.Name }).ToListAsync();
        List<Guid> ids = [.. found.Select(f => f.o.Id)];
        var outcomes = (await db.OpinionOutcomes.AsNoTracking().Where(r => r.Congress == congress && ids.Contains(r.OpinionId)).ToListAsync()).GroupBy(r => r.OpinionId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number));
        return [.. found.Select(f => new OpinionTold(f.o, f.Name, outcomes.GetValueOrDefault(f.o.Id)))];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(int congress, Guid matter) =>
        await Of(congress, matter).GroupBy(o => o.Place).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>How many, notes among drafters aside, still have no outcome.</summary>
    public Task<int> OpenAsync(int congress, Guid matter) =>
        Of(congress, matter).CountAsync(o => o.Source != Note && !db.OpinionOutcomes.Any(r => r.Congress == congress && r.OpinionId == o.Id));

    /// <summary>What committees said that was not, or not wholly, adopted, each with the reason: they are told (立法法 36).</summary>
    public async Task<string> UnadoptedAsync(int congress, Guid matter)
    {
        var rows = await (
            from o in Of(congress, matter).Where(o => o.Source == "committee")
            join r in db.OpinionOutcomes on new { o.Congress, OpinionId = o.Id } equals new { r.Congress, r.OpinionId }
            where r.Result != "adopted" && !db.OpinionOutcomes.Any(l => l.Congress == congress && l.OpinionId == o.Id && l.Number > r.Number)
            orderby o.Id
            select new { o.Place, o.Whose, o.Text, r.Result, r.Reason }).Take(100).ToListAsync();
        return Plain.Cut(string.Join('\n', rows.Select(r => $"{r.Whose}对{(r.Place.Length > 0 ? r.Place : "草案")}提出：{r.Text} {Results[r.Result]}：{r.Reason}")), 8000);
    }

    private IQueryable<BillOpinion> Of(int congress, Guid matter) => db.BillOpinions.AsNoTracking().Where(o => o.Congress == congress && o.MatterId == matter);
}
