using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>A unit as asked for.</summary>
internal sealed record UnitWish(string? Name, string? System, Guid? Coordinator, string? Handles);

/// <summary>Adds units and changes them. What is handed out already gets its new coordinator with the next act that hands it on.</summary>
internal sealed class UnitKeeping(RendaDb db, AccountLog log)
{
    public Task<Kept> PutAsync(Actor actor, Guid? id, UnitWish wish, HttpContext http) => db.InTransactionAsync(async () =>
    {
        var name = wish.Name?.Trim() ?? "";
        if (await RefuseAsync(actor.Congress, id, name, wish) is { } refused)
        {
            return refused;
        }

        var unit = id is null ? null : await db.Units.SingleAsync(u => u.Congress == actor.Congress && u.Id == id);
        log.Add(actor, unit is null ? $"增加单位“{name}”" : unit.Name == name ? $"修改单位“{name}”的设置" : $"单位“{unit.Name}”改名为“{name}”", http);
        if (unit is null)
        {
            unit = new Unit { Congress = actor.Congress, Name = name, System = UnitSystem.Other };
            db.Units.Add(unit);
        }

        (unit.Name, unit.System, unit.CoordinatorId, unit.Handles) = (name, Enum.Parse<UnitSystem>(wish.System!), wish.Coordinator, wish.Handles == "yes");
        await db.SaveChangesAsync();
        return Kept.Done($"单位“{name}”已保存。", unit.Id);
    }, kept => kept.Ok);

    private async Task<Kept?> RefuseAsync(int congress, Guid? id, string name, UnitWish wish)
    {
        if (name.Length is 0 or > 60)
        {
            return Kept.No("请填写“名称”，不超过六十字。", "Name");
        }

        if (!Enum.IsDefined(typeof(UnitSystem), wish.System ?? "") || wish.Handles is not ("yes" or "no"))
        {
            return Kept.No("请选择所属系统，并说明是否承办建议。", "System");
        }

        if (await db.Units.AnyAsync(u => u.Congress == congress && u.Name == name && u.Id != id))
        {
            return Kept.No($"已经有名为“{name}”的单位。", "Name");
        }

        if (wish.Coordinator is not { } coordinator)
        {
            return null;
        }

        var known = await db.Units.AnyAsync(u => u.Congress == congress && u.Id == coordinator && u.Id != id && u.CoordinatorId == null);
        var coordinates = id is not null && await db.Units.AnyAsync(u => u.Congress == congress && u.CoordinatorId == id);
        return known && !coordinates ? null : Kept.No("交办只有一级：交办单位自己不能再由别的单位交办。", "Coordinator");
    }
}
