using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>What being handled together means for a suggestion's own acts: it is answered together with the others, and leaves them
/// when it is withdrawn or another unit takes over.</summary>
internal static class JointGuard
{
    public static async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        if (acting.Moved.Step.Id != JointFlow.Reply || acting.Family is not { Root.Matter: var matter } || await JoinedSuggestion.OfAsync(acting.Db, matter.Congress, matter.Id) is not { } joined)
        {
            return [];
        }

        var title = await acting.Db.Matters.Where(m => m.Congress == matter.Congress && m.Id == joined.MatterId).Select(m => m.Title).SingleAsync();
        return [new Refusal($"本件正在并案办理（{title}），要一并答复。", null, acting.Moved.Step.Basis, "请到并案那一件上“一并答复”；确实要单独答复的，先“移出并案”。")];
    }

    public static async Task FollowAsync(Acting acting)
    {
        var (db, matter) = (acting.Db, acting.Family!.Root.Matter);
        switch (acting.Moved.Step.Id)
        {
            case "withdraw":
                await JoinedSuggestion.DropAsync(db, matter.Congress, matter.Id, JoinedSuggestion.Withdrawn);
                break;
            case "reassign" when acting.Subject!.Matter.Part == "lead":
                await JoinedSuggestion.DropAsync(db, matter.Congress, matter.Id, JoinedSuggestion.Reassigned);
                break;
        }
    }
}
