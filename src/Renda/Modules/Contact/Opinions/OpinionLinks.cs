using Renda.Modules.Contact.Letters;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Contact.Opinions;

/// <summary>From an opinion's page to who wrote it, and to a suggestion made from it.</summary>
internal sealed class OpinionLinks(Senders senders) : IAdd
{
    public const string Turn = "turn";

    public string Procedure => OpinionFlow.Id;

    public async Task<IReadOnlyList<Starting>> ToAsync(MatterView view)
    {
        var matter = view.Root.Matter;
        List<Starting> ways = [];
        if (view.Actor.Has(Posts.Deputy) && Turns(view))
        {
            ways.Add(new Starting("转为建议：起草代表建议", $"/suggestions/new?about={matter.Id}"));
        }

        if (await senders.FindAsync(view) is { } letter)
        {
            ways.Add(new Starting(letter.Doubt is null ? "来信人的联系方式" : "来信人的联系方式（疑似垃圾信息）", $"/contact/letters/{matter.Id}/sender"));
        }

        return ways;
    }

    private static bool Turns(MatterView view) =>
        view.Root.Procedure.Steps.TryGetValue(Turn, out var turn) && turn.From.Contains(view.Root.Matter.Stage) && turn.By.Any(view.Roles[view.Root.Matter.Id].Contains);
}
