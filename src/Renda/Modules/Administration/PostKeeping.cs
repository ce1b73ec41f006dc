using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>A post as asked for.</summary>
internal sealed record PostWish(Guid? Unit, string? Kind, DateOnly? From, DateOnly? To);

/// <summary>Gives and ends posts. The three administrators stay three people, and none of them does business.</summary>
internal sealed class PostKeeping(RendaDb db, AccountLog log, TimeProvider time)
{
    public Task<Kept> AddAsync(Actor actor, Guid person, PostWish wish, HttpContext http) => Together(actor, person, async name =>
    {
        if (wish.Kind is null || !Posts.Titles.ContainsKey(wish.Kind) || wish.From is not { } from)
        {
            return Kept.No("请选好单位、职务和开始日期。", "Kind");
        }

        if (wish.To < from)
        {
            return Kept.No("结束日期早于开始日期。", "To");
        }

        var unit = await db.Units.SingleOrDefaultAsync(u => u.Congress == actor.Congress && u.Id == wish.Unit);
        if (unit is null)
        {
            return Kept.No("请选择单位。", "Unit");
        }

        if (await MisplacedAsync(unit, wish.Kind) is { } misplaced)
        {
            return Kept.No(misplaced, "Unit");
        }

        var held = await db.Posts.Where(p => p.Congress == actor.Congress && p.PersonId == person && (p.To == null || p.To >= p.From && p.To >= from) && (wish.To == null || p.From <= wish.To)).ToListAsync();
        if (Clash(wish.Kind, unit.Id, held) is { } clash)
        {
            return Kept.No(clash, "Kind", "请另选一人，或者先结束原来的职务。");
        }

        db.Posts.Add(new Post { Congress = actor.Congress, PersonId = person, UnitId = unit.Id, Kind = wish.Kind, From = from, To = wish.To });
        log.Add(actor, $"设置{name}为{unit.Name}{Posts.Titles[wish.Kind]}，自 {from:yyyy-MM-dd}{(wish.To is { } to ? $" 至 {to:yyyy-MM-dd}" : "")}", http);
        return Kept.Done($"已设置{name}为{unit.Name}{Posts.Titles[wish.Kind]}。");
    });

    /// <summary>Yesterday is the last day at the earliest, so that what was done today keeps its post.</summary>
    public Task<Kept> EndAsync(Actor actor, Guid person, Guid post, DateOnly? last, HttpContext http) => Together(actor, person, async name =>
    {
        var held = await db.Posts.SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.PersonId == person && p.Id == post);
        var to = last ?? time.Today();
        if (held is null || held.To < to)
        {
            return Kept.No("这个职务在那之前已经结束。", remedy: "要延长任期的，请另设一个职务。");
        }

        if (to < time.Today().AddDays(-1) || to < held.From)
        {
            return Kept.No("结束日期不能早于昨天，也不能早于开始日期。", remedy: "从今天起不再任职的，填昨天；设错的，请撤销。");
        }

        held.To = to;
        log.Add(actor, $"结束{name}的职务“{Posts.Titles[held.Kind]}”，最后一天 {to:yyyy-MM-dd}", http);
        return Kept.Done($"{name}的职务“{Posts.Titles[held.Kind]}”在 {to:yyyy-MM-dd} 结束。");
    });

    /// <summary>Ends a post at once, whatever it said: yesterday is its last day, even where it was to begin later.
    /// The row stays, so that what was done under it keeps its post.</summary>
    public Task<Kept> RevokeAsync(Actor actor, Guid person, Guid post, HttpContext http) => Together(actor, person, async name =>
    {
        var today = time.Today();
        var held = await db.Posts.SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.PersonId == person && p.Id == post && (p.To == null || p.To >= today));
        if (held is null)
        {
            return Kept.No("这个职务已经不在任。");
        }

        held.To = today.AddDays(-1);
        log.Add(actor, $"撤销{name}的职务“{Posts.Titles[held.Kind]}”（原自 {held.From:yyyy-MM-dd} 起），即时生效", http);
        return Kept.Done($"{name}的职务“{Posts.Titles[held.Kind]}”已经撤销，即时生效。");
    });

    /// <summary>Why the post cannot stand beside those held at the same time; null when it can.</summary>
    public static string? Clash(string kind, Guid unit, IReadOnlyCollection<Post> held)
    {
        var administers = Posts.Administrators.Contains(kind);
        if (held.FirstOrDefault(p => p.Kind == kind && p.UnitId == unit) is not null)
        {
            return "同一时间已经有这个职务。";
        }

        return held.FirstOrDefault(p => administers || Posts.Administrators.Contains(p.Kind)) is not { } other ? null
            : administers && Posts.Administrators.Contains(other.Kind)
                ? $"已经是{Posts.Titles[other.Kind]}。系统、安全、审计三员必须由三个人分别担任。"
                : $"已经是{Posts.Titles[other.Kind]}。管理员不能兼任业务职务。";
    }

    // An office post sees every matter and a delegation has no handling: the kind must fit the unit.
    private async Task<string?> MisplacedAsync(Unit unit, string kind) => kind switch
    {
        Posts.Deputy or Posts.FormerDeputy when unit.System != UnitSystem.Delegation => "人大代表要设在代表团。",
        Posts.OfficeClerk or Posts.OfficeHead when !await db.Congresses.AnyAsync(c => c.Code == unit.Congress && c.OfficeUnitId == unit.Id) => "代表工作机构的职务只能设在代表工作机构。",
        Posts.Dispatcher when !await db.Units.AnyAsync(u => u.Congress == unit.Congress && u.CoordinatorId == unit.Id) => "交办人只能设在负责交办的单位。",
        Posts.UnitClerk or Posts.UnitHead when !unit.Handles => "这个单位不承办建议，不能设承办职务。",
        _ => null,
    };

    private Task<Kept> Together(Actor actor, Guid person, Func<string, Task<Kept>> act) => db.InTransactionAsync(async () =>
    {
        if (person == actor.PersonId)
        {
            return Kept.No("不能给自己设置或者结束职务。", remedy: "请另一位安全管理员办理。");
        }

        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM people WHERE congress = {actor.Congress} AND id = {person} FOR UPDATE"); // One change of posts at a time.
        }

        var kept = await act(await db.People.Where(p => p.Congress == actor.Congress && p.Id == person).Select(p => p.Name).SingleAsync());
        if (kept.Ok)
        {
            await db.SaveChangesAsync();
        }

        return kept;
    }, kept => kept.Ok);
}
