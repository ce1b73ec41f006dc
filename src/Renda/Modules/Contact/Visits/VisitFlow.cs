using System.Globalization;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Contact.Visits;

/// <summary>What keeping in touch adds to its procedure: whose plan it is, of which kind, and a row for each visit.</summary>
internal sealed class VisitFlow : IFlow
{
    public const string Id = "contact-visit";
    public const string Contact = "contact";
    public const string Contacted = "contacted";

    public string Procedure => Id;

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => Task.FromResult<IReadOnlyList<Refusal>>(acting.Moved.Step.Id switch
    {
        "arrange" or "plan" or "adjust" when Contacting(acting) is { } who && acting.Moved.Given[Contacted].Contains($"{who}") =>
            [new Refusal("联系人不能同时是所联系的代表。", Contacted, acting.Moved.Step.Basis, "请从“联系的代表”里去掉联系人本人。")],
        // A visit is begun anew, and a deputy whose term is over begins nothing.
        "visit" when !acting.Actor.Has([Posts.Deputy, Posts.Member, .. Posts.Office]) =>
            [new Refusal("任期已经届满，不再记录新的联系。", null, acting.Moved.Step.Basis, "请代表工作机构调整联系人或者归档。")],
        _ => [],
    });

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        var root = acting.Family!.Root;
        if (acting.Moved.Step.Id is "arrange" or "plan" or "adjust")
        {
            root.Matter.PersonId = Who(root);
            root.Matter.Subject = acting.Moved.Given.One("kind") ?? root.Matter.Subject;
        }

        if (acting.Moved.Step.Id == "visit")
        {
            acting.Db.Visits.Add(Of(root.Matter.Congress, root.Matter.Id, Who(root), acting.Family.Children[^1].Matter.Id, acting.Moved.Given, acting.On));
        }
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    /// <summary>The row of a visit.</summary>
    public static Visit Of(int congress, Guid plan, Guid who, Guid made, Particulars given, DateOnly on) => new()
    {
        Congress = congress,
        MatterId = made,
        PlanId = plan,
        PersonId = who,
        On = given.Day("held-on") ?? on,
        Way = given.One("way") ?? "other",
        People = (int)Math.Clamp(decimal.TryParse(given.One("people"), NumberStyles.Number, CultureInfo.InvariantCulture, out var people) ? people : 0, 0, int.MaxValue),
    };

    // Named by the act, or else whoever has the plan or makes it.
    private static Guid? Contacting(Acting acting) =>
        Guid.TryParse(acting.Moved.Given.One(Contact), out var named) ? named
        : acting.Moved.Step.Id == "plan" ? acting.Actor.PersonId
        : acting.Subject?.Parties.FirstOrDefault(p => p.Role == Contact)?.PersonId;

    private static Guid Who(Loaded plan) => plan.Parties.First(p => p.Role == Contact).PersonId!.Value;
}
