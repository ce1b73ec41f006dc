using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>What joint handling adds to its procedure: who is in it, and that what is done once is done on each suggestion, on all of them or on none.</summary>
internal sealed class JointFlow : IFlow
{
    public const string Id = "joint-handling";
    public const string Join = "join";
    public const string Reply = "reply";

    private const string Named = "suggestions";
    private const string Added = "added";
    private const string TakenOut = "taken-out";
    private const string Contact = "contact";
    private const string Lead = "lead";

    public string Procedure => Id;

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        var (step, given) = (acting.Moved.Step, acting.Moved.Given);
        if (step.Id == Join)
        {
            var named = await SuggestionsAsync(acting, given[Named]);
            return named.Count < 2 ? [new Refusal("只写了一件，不是并案。", Named, step.Basis, "请再选内容相同的建议。")] : await Joinable.RefuseAsync(acting, Named, named, UnitOf(given, named));
        }

        var joint = acting.Family!.Root.Matter;
        return step.Id switch
        {
            "add" => await Joinable.RefuseAsync(acting, Added, await SuggestionsAsync(acting, given[Added]), joint.UnitId),
            "take-out" => RefuseTakingOut(acting, await JointKeeping.OpenAsync(acting.Db, joint)),
            Contact or Reply when await JointKeeping.LockAsync(acting.Db, joint) == 0 => [new Refusal("并案里已经没有建议了。", null, step.Basis, "请“分开办理”，了结这个并案。")],
            _ => [],
        };
    }

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        var (db, given, root) = (acting.Db, acting.Moved.Given, acting.Family!.Root);
        switch (acting.Moved.Step.Id)
        {
            case Join:
                var named = await SuggestionsAsync(acting, given[Named]);
                (root.Matter.UnitId, root.Matter.Subject) = (UnitOf(given, named), named[0].Subject);
                await JointKeeping.TakePartAsync(acting);
                await JointKeeping.AddAsync(acting, given[Named]);
                break;
            case "add":
                await JointKeeping.AddAsync(acting, given[Added]);
                break;
            case "take-out":
                JointKeeping.Leave(await JointKeeping.OpenAsync(db, root.Matter), given[TakenOut], JoinedSuggestion.TakenOut);
                break;
            case Reply:
                JointKeeping.Leave(await JointKeeping.OpenAsync(db, root.Matter), named: null, JoinedSuggestion.Replied);
                break;
            case "separate":
                JointKeeping.Leave(await JointKeeping.OpenAsync(db, root.Matter), named: null, JoinedSuggestion.Separated);
                break;
        }
    }

    /// <summary>Does on each suggestion what was done for all: hands over those not handed over yet, records the contact, replies.</summary>
    public async Task<IReadOnlyList<Refusal>> ThenAsync(Acts acts, Acting acting)
    {
        var (db, given, root) = (acting.Db, acting.Moved.Given, acting.Family!.Root.Matter);
        return acting.Moved.Step.Id switch
        {
            Join => await JointActs.EachAsync(acts, acting, [.. (await SuggestionsAsync(acting, given[Named])).Where(m => m.Stage == Joinable.Filed)], "assign", Assignment(root.UnitId, given)),
            "add" => await JointActs.EachAsync(acts, acting, [.. (await SuggestionsAsync(acting, given[Added])).Where(m => m.Stage == Joinable.Filed)], "assign", Assignment(root.UnitId, Particulars.Empty)),
            Contact => await JointActs.EachAsync(acts, acting, await JointKeeping.MattersAsync(db, await JointKeeping.OpenAsync(db, root)), Contact, given),
            Reply => await JointActs.EachAsync(acts, acting, await JointKeeping.MattersAsync(db, await db.JoinedSuggestions.Where(j => j.Congress == root.Congress && j.MatterId == root.Id && j.Left == JoinedSuggestion.Replied).ToListAsync()), Reply, given),
            _ => [],
        };
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    /// <summary>Not where the suggestion can no longer join others.</summary>
    public bool IsOfferedAbout(MatterView about) => Joinable.Stands(about.Stage.Id);

    /// <summary>The suggestion somebody comes from, and what it is about. Several of them are handed over together only where one still waits for it.</summary>
    public Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step)
    {
        var root = about.Root.Matter;
        return Task.FromResult(root.Procedure != SuggestionFlow.Id ? Particulars.Empty : Particulars.Of(("title", Plain.Cut(root.Title, step.Asks.First(f => f.Id == "title").Max ?? int.MaxValue)), (Named, $"{root.Id}")));
    }

    private static IReadOnlyList<Refusal> RefuseTakingOut(Acting acting, List<JoinedSuggestion> members)
    {
        List<Guid> named = [.. acting.Moved.Given[TakenOut].Select(JointKeeping.IdOf).Distinct()];
        var basis = acting.Moved.Step.Basis;
        return named.Exists(id => members.All(m => m.SuggestionId != id)) ? [new Refusal("要移出的建议里有不在这个并案里的。", TakenOut, basis, "请核对本页所列并案的建议。")]
            : members.Count - named.Count < 2 ? [new Refusal("移出以后不到两件，就不是并案了。", TakenOut, basis, "请“分开办理”，各件单独办理。")]
            : [];
    }

    private static Guid? UnitOf(Particulars given, IReadOnlyList<Matter> named) =>
        given.One(Lead) is { } lead && Guid.TryParse(lead, out var unit) ? unit : named.Select(m => m.UnitId).FirstOrDefault(u => u is not null);

    private static Particulars Assignment(Guid? unit, Particulars given) => Particulars.Of([(Lead, $"{unit}"), .. given["assisting"].Select(a => ("assisting", a))]);

    private static Task<IReadOnlyList<Matter>> SuggestionsAsync(Acting acting, IReadOnlyList<string> ids) => JointKeeping.MattersAsync(acting.Db, acting.Actor.Congress, [.. ids.Select(JointKeeping.IdOf)]);
}
