using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Release;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>Whether suggestions can be handled together: not answered yet, by one unit, none kept secret, none together with others already.</summary>
internal static class Joinable
{
    /// <summary>Where a suggestion is handed to its unit along with joining.</summary>
    public const string Filed = "filed";

    private const string LeadUnit = "lead-unit";
    private const string Coordinator = "coordinator";

    private static readonly string[] Answerable = ["handling", "extension-asked"];

    /// <summary>Whether a stage can be joined at, by the look of it.</summary>
    public static bool Stands(string stage) => stage == Filed || Answerable.Contains(stage);

    /// <summary>The reasons why not, each with the suggestion it is about.</summary>
    /// <param name="named">Those that are to join.</param>
    /// <param name="unit">The unit that leads them all.</param>
    public static async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting, string field, IReadOnlyList<Matter> named, Guid? unit)
    {
        var (db, actor, basis) = (acting.Db, acting.Actor, acting.Moved.Step.Basis);
        List<Refusal> reasons = [];
        var units = await UnitsAsync(db, actor.Congress, [.. named.Select(m => m.UnitId).Append(unit).OfType<Guid>()]);
        foreach (var suggestion in named)
        {
            var name = NameOf(suggestion);
            if (await WhyNotAsync(db, actor, suggestion, unit, units) is var (says, remedy))
            {
                reasons.Add(new Refusal($"{name}：{says}", field, basis, remedy));
            }
        }

        return reasons;
    }

    /// <summary>As a sentence names it.</summary>
    public static string NameOf(Matter suggestion) => suggestion.Number is { } number ? $"{Display.Number(number)}《{suggestion.Title}》" : $"《{suggestion.Title}》";

    private static async Task<(string Says, string Remedy)?> WhyNotAsync(RendaDb db, Actor actor, Matter suggestion, Guid? unit, Dictionary<Guid, string> units)
    {
        if (!Stands(suggestion.Stage))
        {
            return suggestion.Ended || suggestion.Number is not null ? ("已经答复或者已经结束，不能并案。", "请去掉这一件；重新办理的单独办理。") : ("还没有立案编号。", "请先“立案编号”。");
        }

        if (await JoinedSuggestion.OfAsync(db, actor.Congress, suggestion.Id) is { } joined)
        {
            var with = await db.Matters.Where(m => m.Congress == actor.Congress && m.Id == joined.MatterId).Select(m => m.Title).SingleAsync();
            return ($"已经在“{with}”中并案办理。", "一件建议同时只能在一个并案里：请到那一个并案里加入其他各件，或者先移出。");
        }

        if (await ReleaseFlow.IsHeldBackAsync(db, actor.Congress, suggestion.Id))
        {
            return ("代表要求保密，不能与其他代表的建议并案。", "请去掉这一件，单独办理。");
        }

        if (suggestion.Stage == Filed)
        {
            return unit is null ? ("还没有交办。", "请填写“主办单位”，随并案一并交办；或者先“交办”。")
                : actor.Has(Posts.Office) ? null : ("还没有交办。", "请代表工作机构先交办。");
        }

        return suggestion.UnitId != unit ? ($"由{units.GetValueOrDefault(suggestion.UnitId.GetValueOrDefault(), "另一个单位")}主办，主办单位不同的不能并案。", "请去掉这一件，或者先改派到同一个单位。")
            : actor.Has(Posts.Office) || await IsTheirsAsync(db, actor, suggestion.Id) ? null : ("不由您的单位主办或者交办。", "请去掉这一件。");
    }

    private static Task<bool> IsTheirsAsync(RendaDb db, Actor actor, Guid suggestion)
    {
        var units = actor.Units;
        return db.Parties.AnyAsync(p => p.Congress == actor.Congress && p.MatterId == suggestion && (p.Role == LeadUnit || p.Role == Coordinator) && units.Contains(p.UnitId!.Value));
    }

    private static Task<Dictionary<Guid, string>> UnitsAsync(RendaDb db, int congress, List<Guid> ids) =>
        db.Units.AsNoTracking().Where(u => u.Congress == congress && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
}
