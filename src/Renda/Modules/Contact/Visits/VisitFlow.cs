using System.Globalization;
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

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => PlainFlow.Instance.RefuseAsync(acting);

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

    private static Guid Who(Loaded plan) => plan.Parties.First(p => p.Role == Contact).PersonId!.Value;
}
