using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies.Roster;

/// <summary>Adds terms and corrects their days. A new one ends the one before, and with it the mandates of that one (组织法第三十八条).</summary>
internal sealed class TermKeeping(RendaDb db, RosterLog log, TimeProvider time)
{
    public Task<Kept> PutAsync(Actor actor, int? number, DateOnly? from, DateOnly? to) => db.InTransactionAsync(async () =>
    {
        await log.LockAsync(actor.Congress);
        var terms = await db.Terms.Where(t => t.Congress == actor.Congress).OrderBy(t => t.Number).ToListAsync();
        if (Refuse(number, from, to, terms) is { } refused)
        {
            return refused;
        }

        var term = terms.Find(t => t.Number == number);
        if (term is null)
        {
            db.Terms.Add(term = new CongressTerm { Congress = actor.Congress, Number = number!.Value, From = from!.Value });
        }

        (term.From, term.To) = (from!.Value, to);
        if (await db.Mandates.CountAsync(m => m.Congress == actor.Congress && (m.Term == number && (m.From < from || m.From > to || m.To > to) || m.Term == number - 1 && m.From >= from)) is > 0 and var outside)
        {
            return Kept.No($"有 {outside} 段代表资格的起止与这个期间冲突。", "From", "请先更正这些代表资格，或者核对日期。");
        }

        log.Add(actor, null, $"登记{Words.Term(term.Number)}：{MandateRules.Span(term.From, term.To)}");
        await db.SaveChangesAsync();
        var ended = await EndBeforeAsync(actor, term, terms.Find(t => t.Number == term.Number - 1)) + (to is { } last ? await EndAsync(actor, term, last) : 0);
        await db.SaveChangesAsync();
        return Kept.Done($"{Words.Term(term.Number)}已登记。{(ended > 0 ? $"{ended} 名代表任期届满。" : "")}");
    }, kept => kept.Ok);

    private static Kept? Refuse(int? number, DateOnly? from, DateOnly? to, List<CongressTerm> terms)
    {
        if (number is not (>= 1 and <= 99) || from is null)
        {
            return Kept.No("请填写届次（1 到 99）和首次会议的日期。", "Number");
        }

        if (to < from)
        {
            return Kept.No("最后一天早于首次会议的日期。", "To", "请核对两个日期。");
        }

        // The open term before it will end the day before; every other one must not be touched.
        return terms.Find(t => t.Number != number && (t.Number < number) != (t.From < from && (t.To is null ? t.Number == number - 1 : t.To < from))
                || (t.Number > number && (to is null || to >= t.From))) is { } other
            ? Kept.No($"与{Words.Term(other.Number)}（{MandateRules.Span(other.From, other.To)}）的起止冲突：各届依次衔接，不能重叠。", "From", "请核对届次和日期。")
            : null;
    }

    private async Task<int> EndBeforeAsync(Actor actor, CongressTerm term, CongressTerm? before)
    {
        if (before is not { To: null })
        {
            return 0;
        }

        before.To = term.From.AddDays(-1);
        return await EndAsync(actor, before, before.To.Value);
    }

    private async Task<int> EndAsync(Actor actor, CongressTerm term, DateOnly last)
    {
        var (congress, today) = (actor.Congress, time.Today());
        var open = db.Mandates.Where(m => m.Congress == congress && m.Term == term.Number && m.To == null);
        var people = open.Select(m => m.PersonId);
        var lastOfPost = last < today ? today.AddDays(-1) : last;
        await db.Posts.Where(p => p.Congress == congress && p.Kind == Posts.Deputy && p.To == null && p.From <= last && people.Contains(p.PersonId)).ExecuteUpdateAsync(s => s.SetProperty(p => p.To, lastOfPost));
        // What they proposed is finished with them after the term (docs/decisions/0019).
        foreach (var ending in await open.Where(m => m.From <= last).OrderBy(m => m.Id).Select(m => new { m.PersonId, m.DelegationId }).ToListAsync())
        {
            db.Posts.Add(new Post { Congress = congress, PersonId = ending.PersonId, UnitId = ending.DelegationId, Kind = Posts.FormerDeputy, From = lastOfPost.AddDays(1) });
        }

        var mandates = open.Select(m => m.Id);
        await db.MandatePeriods.Where(p => p.Congress == congress && p.To == null && mandates.Contains(p.MandateId)).ExecuteUpdateAsync(s => s.SetProperty(p => p.To, last));
        var ended = await open.ExecuteUpdateAsync(s => s.SetProperty(m => m.To, last).SetProperty(m => m.Ended, Ended.TermOver));
        if (ended > 0)
        {
            log.Add(actor, null, $"{Words.Term(term.Number)} {ended} 名代表任期届满，最后一天 {last:yyyy-MM-dd}");
        }

        return ended;
    }
}
