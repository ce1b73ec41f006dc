using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Handling.Inside;

/// <summary>What internal work adds to its procedure: it belongs to the unit of whoever begins it and to nobody else, names people of
/// that unit, and there is one at a time for each thing to be written.</summary>
internal sealed class UnitWorkFlow(TimeProvider time) : IFlow
{
    public const string Id = "unit-work";
    public const string Assign = "assign";
    public const string Write = "write";
    public const string Sign = "sign";

    private const string Party = "unit";

    private static readonly string[] Handling = [Posts.UnitClerk, Posts.UnitHead];

    public string Procedure => Id;

    /// <summary>The units somebody handles suggestions for.</summary>
    public static IReadOnlyList<Guid> UnitsOf(Actor actor) => [.. actor.Posts.Where(p => Handling.Contains(p.Kind)).Select(p => p.UnitId).Distinct()];

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        var (db, given, basis) = (acting.Db, acting.Moved.Given, acting.Moved.Step.Basis);
        var congress = acting.Actor.Congress;
        List<Refusal> reasons = [];
        var unit = acting.Subject?.Matter.UnitId;
        if (acting.Moved.Step.Id == Assign)
        {
            var suggestion = Guid.Parse(given.One("suggestion")!);
            var parts = await PartsAsync(db, acting.Actor, suggestion);
            unit = Doing(parts, given.One("task")) ?? UnitsOf(acting.Actor)[0];
            if (parts.Count > 0 && Doing(parts, given.One("task")) is null)
            {
                reasons.Add(parts[0].Leads ? new("本单位主办这件建议，不提协办意见。", "task", basis, "请选择“答复”。") : new("本单位协办这件建议，由主办单位统一答复代表。", "task", basis, "请选择“协办意见”。"));
            }

            var task = given.One("task");
            if (await db.UnitWorks.AnyAsync(w => w.Congress == congress && w.UnitId == unit && w.SuggestionId == suggestion && w.Task == task && w.Open))
            {
                reasons.Add(new("本单位已经分办了这件建议，文稿还在办理。", "suggestion", basis, "请在原件上“转给其他处室”；不用了的，先“作废”。"));
            }
        }

        if (given.One("handler") is { } handler && Guid.TryParse(handler, out var person) && !await WorksThereAsync(db, congress, unit!.Value, person))
        {
            reasons.Add(new("承办人不在本单位任职。", "handler", basis, "请填写本单位经办人或者负责人的姓名；没有账号的，写在“承办处室”里。"));
        }

        return reasons;
    }

    public async Task FollowAsync(Acting acting)
    {
        var (db, given, root) = (acting.Db, acting.Moved.Given, acting.Family!.Root);
        var matter = root.Matter;
        Guid? person = given.One("handler") is { } handler ? Guid.Parse(handler) : null;
        if (acting.Moved.Step.Id == Assign)
        {
            var suggestion = Guid.Parse(given.One("suggestion")!);
            var parts = await PartsAsync(db, acting.Actor, suggestion);
            var unit = Doing(parts, given.One("task")) ?? UnitsOf(acting.Actor)[0];
            (matter.UnitId, matter.PersonId) = (unit, person ?? acting.Actor.PersonId);
            matter.Title = await db.Matters.Where(m => m.Congress == matter.Congress && m.Id == suggestion).Select(m => m.Title).SingleAsync();
            var party = new Party { Congress = matter.Congress, MatterId = matter.Id, Role = Party, UnitId = unit };
            root.Parties.Add(party);
            db.Parties.Add(party);
            db.UnitWorks.Add(new UnitWork
            {
                Congress = matter.Congress,
                MatterId = matter.Id,
                UnitId = unit,
                SuggestionId = suggestion,
                Task = given.One("task")!,
                Department = given.One("department")!,
                PersonId = person,
                Stage = matter.Stage,
                Open = true,
            });
            return;
        }

        var work = await db.UnitWorks.SingleAsync(w => w.Congress == matter.Congress && w.MatterId == matter.Id);
        (work.Stage, work.Open) = (matter.Stage, !matter.Ended);
        if (given.One("department") is { } department)
        {
            (work.Department, work.PersonId) = (department, person);
            matter.PersonId = person ?? matter.PersonId;
        }
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    /// <summary>The draft as it stands; all else is said anew.</summary>
    public Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step) => Task.FromResult(
        step.Id == Write && member.Records.LastOrDefault(r => r.Step == Write) is { } last ? RecordJson.ReadParticulars(last.Particulars) : Particulars.Empty);

    public Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step)
    {
        var units = UnitsOf(about.Actor);
        var leads = about.Root.Parties.Any(p => p.Role == "lead-unit" && units.Contains(p.UnitId.GetValueOrDefault()));
        var task = !leads ? Tasks.Opinion : about.Stage.Id == "promised" ? Tasks.Fulfil : Tasks.Reply;
        return Task.FromResult(Particulars.Of(("suggestion", $"{about.Root.Matter.Id}"), ("task", task)));
    }

    // The part of the person's units in the suggestion, the leading one first.
    private static async Task<IReadOnlyList<(Guid Unit, bool Leads)>> PartsAsync(RendaDb db, Actor actor, Guid suggestion)
    {
        var units = UnitsOf(actor);
        var parts = await db.Parties.AsNoTracking()
            .Where(p => p.Congress == actor.Congress && p.MatterId == suggestion && p.UnitId != null && units.Contains(p.UnitId.Value) && (p.Role == "lead-unit" || p.Role == "assisting-unit"))
            .Select(p => new { Unit = p.UnitId!.Value, Leads = p.Role == "lead-unit" }).ToListAsync();
        return [.. parts.OrderByDescending(p => p.Leads).Select(p => (p.Unit, p.Leads))];
    }

    // Somebody may work for the unit that leads and for one that assists: what is written says for which.
    private static Guid? Doing(IReadOnlyList<(Guid Unit, bool Leads)> parts, string? task) =>
        parts.Where(p => p.Leads == (task != Tasks.Opinion)).Select(p => (Guid?)p.Unit).FirstOrDefault();

    private Task<bool> WorksThereAsync(RendaDb db, int congress, Guid unit, Guid person)
    {
        var today = time.Today();
        return db.Posts.AnyAsync(p => p.Congress == congress && p.PersonId == person && p.UnitId == unit && Handling.Contains(p.Kind) && p.From <= today && (p.To == null || p.To >= today));
    }
}
