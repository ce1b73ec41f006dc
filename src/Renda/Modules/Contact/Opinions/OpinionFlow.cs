using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Contact.Opinions;

/// <summary>What opinions of voters add to their procedure: whose they are, what they are counted by, and how long a sender is known.</summary>
internal sealed class OpinionFlow(ContactSettings settings) : IFlow
{
    public const string Id = "voter-opinion";
    public const string Write = "write";

    public string Procedure => Id;

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => PlainFlow.Instance.RefuseAsync(acting);

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        var (given, root) = (acting.Moved.Given, acting.Family!.Root.Matter);
        if (acting.Subject is { } subject && subject.Matter != root)
        {
            return;
        }

        if (acting.Moved.Step.Id is Write or "receive")
        {
            root.PersonId = (given.One("to") ?? given.One("from")) is { } deputy ? Guid.Parse(deputy) : null;
            root.UnitId = acting.Moved.Step.Id == Write ? null : root.UnitId; // The public is of no unit.
        }

        root.Subject = given.One("subject") ?? root.Subject;
        await CountAsync(acting, given.One("kind"));
        if (root.Ended)
        {
            var until = acting.On.AddDays(settings.SendersKeptDays);
            await acting.Db.LetterSenders.Where(s => s.Congress == root.Congress && s.MatterId == root.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.EraseOn, until));
        }
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    private static async Task CountAsync(Acting acting, string? kind)
    {
        var (db, root) = (acting.Db, acting.Family!.Root.Matter);
        if (kind is null)
        {
            return;
        }

        if (!db.IsNew(root) && await db.Opinions.SingleOrDefaultAsync(o => o.Congress == root.Congress && o.MatterId == root.Id) is { } known)
        {
            known.Kind = kind;
        }
        else
        {
            db.Opinions.Add(new Opinion { Congress = root.Congress, MatterId = root.Id, Kind = kind });
        }
    }
}
