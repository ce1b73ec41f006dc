using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Contact.Opinions;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Platform.Rules;

namespace Renda.Modules.Contact.Letters;

/// <summary>Who may learn how the sender of a letter can be reached: the deputy it was written to and the deputies' office. Each look is on the log.</summary>
internal sealed class Senders(RendaDb db, RuleShelf rules, AccountLog log) : IErase
{
    private const string Reporter = "reporter";

    /// <summary>Null where there is no letter, or it is not this person's to know who wrote it.</summary>
    public async Task<(Matter Matter, Letter Letter)?> FindAsync(Actor actor, Guid id) =>
        await MatterView.LoadAsync(db, rules, actor, id) is { } view && view.Root.Matter.Id == id && await FindAsync(view) is { } letter ? (view.Root.Matter, letter) : null;

    /// <summary>The same of a matter already looked up.</summary>
    public async Task<Letter?> FindAsync(MatterView view)
    {
        var (matter, actor) = (view.Root.Matter, view.Actor);
        return matter.Procedure == OpinionFlow.Id && (actor.Has(Posts.Office) || view.Roles[matter.Id].Contains(Reporter))
            ? await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Congress == matter.Congress && l.MatterId == matter.Id)
            : null;
    }

    /// <summary>The sender; null where none was given or it has been erased. To be shown only with the look logged.</summary>
    public async Task<LetterSender?> LookAsync(Actor actor, Matter matter, HttpContext http)
    {
        log.Add(actor, $"查看来信人的姓名和联系方式：{matter.Number ?? $"群众意见 {matter.Id}"}", http);
        await db.SaveChangesAsync();
        return await db.LetterSenders.AsNoTracking().SingleOrDefaultAsync(s => s.Congress == matter.Congress && s.MatterId == matter.Id);
    }

    /// <summary>Erases what is no longer to be kept; how many.</summary>
    public static Task<int> EraseAsync(RendaDb db, DateOnly today) => db.LetterSenders.Where(s => s.EraseOn <= today).ExecuteDeleteAsync();

    Task<int> IErase.EraseAsync(RendaDb context, DateOnly today) => EraseAsync(context, today);
}
