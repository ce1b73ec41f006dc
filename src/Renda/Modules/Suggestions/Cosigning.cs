using Microsoft.EntityFrameworkCore;
using Renda.Modules.Suggestions.Division;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>The lead deputy and those who sign with them. A changed text needs to be confirmed again (art. 7 of Shandong's ordinance).</summary>
internal static class Cosigning
{
    private const string LeadDeputy = "lead-deputy";
    private const string Invited = "cosigner-invited";
    private const string Confirmed = "cosigner";

    public static async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        if (acting.Moved.Step.Asks.All(f => f.Id != "cosigners"))
        {
            return [];
        }

        var ids = Ids(acting.Moved.Given);
        var lead = acting.Family is null ? acting.Actor.PersonId : acting.Family.Root.Matter.PersonId;
        if (lead is { } id && ids.Contains(id) && !Settled(acting))
        {
            return [new Refusal("领衔代表不用再列为联名代表。", "cosigners", acting.Moved.Step.Basis, "请从联名名单中移出本人。")];
        }

        var deputies = await acting.Db.Posts
            .Where(p => p.Congress == acting.Actor.Congress && p.Kind == Posts.Deputy && ids.Contains(p.PersonId) && p.From <= acting.On && (p.To == null || p.To >= acting.On))
            .Select(p => p.PersonId).Distinct().CountAsync();
        return deputies == ids.Count || Settled(acting) ? []
            : [new Refusal("联名名单里有人现在不是代表。", "cosigners", acting.Moved.Step.Basis, "请从名单中选择在任代表。")];
    }

    public static void Lead(Acting acting, Guid person)
    {
        acting.Family!.Root.Matter.PersonId = person;
        Add(acting, LeadDeputy, person);
    }

    /// <summary>Makes the list as given; who had confirmed stays so only while the text is the one confirmed.</summary>
    public static void Invite(Acting acting, bool contentChanged)
    {
        var parties = acting.Family!.Root.Parties;
        var wanted = Ids(acting.Moved.Given);
        foreach (var party in parties.Where(p => p.Role is Invited or Confirmed).ToList())
        {
            if (!wanted.Contains(party.PersonId!.Value))
            {
                Remove(acting, party);
            }
            else if (contentChanged)
            {
                party.Role = Invited;
            }
        }

        foreach (var person in wanted.Where(id => parties.All(p => p.PersonId != id)))
        {
            Add(acting, Invited, person);
        }
    }

    public static void Confirm(Acting acting)
    {
        foreach (var party in Mine(acting))
        {
            party.Role = Confirmed;
        }
    }

    public static void Decline(Acting acting)
    {
        foreach (var party in Mine(acting))
        {
            Remove(acting, party);
        }
    }

    /// <summary>A register already says who led and who signed.</summary>
    public static void Imported(Acting acting)
    {
        if (acting.Moved.Given.One("lead-deputy") is { } lead)
        {
            Lead(acting, Guid.Parse(lead));
        }

        foreach (var person in Ids(acting.Moved.Given).Where(p => p != acting.Family!.Root.Matter.PersonId))
        {
            Add(acting, Confirmed, person);
        }
    }

    // A register, and a suggestion that is divided, have it settled who signed.
    private static bool Settled(Acting acting) => acting.Moved.Step.Id is "import" or Dividing.Part;

    private static List<Party> Mine(Acting acting) =>
        [.. acting.Family!.Root.Parties.Where(p => p.Role is Invited or Confirmed && p.PersonId == acting.Actor.PersonId)];

    private static HashSet<Guid> Ids(Particulars given) => [.. given["cosigners"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];

    private static void Add(Acting acting, string role, Guid person)
    {
        var root = acting.Family!.Root;
        var party = new Party { Congress = root.Matter.Congress, MatterId = root.Matter.Id, Role = role, PersonId = person };
        root.Parties.Add(party);
        acting.Db.Parties.Add(party);
    }

    private static void Remove(Acting acting, Party party)
    {
        acting.Family!.Root.Parties.Remove(party);
        acting.Db.Parties.Remove(party);
    }
}
