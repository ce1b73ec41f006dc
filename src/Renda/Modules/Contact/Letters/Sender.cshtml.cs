using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Letters;

/// <summary>How the sender of a letter can be reached. Shown on asking, so that a link opened ahead by a browser is no look.</summary>
[Needs(ContactModule.Read)]
internal sealed class SenderModel(Senders senders, ContactSettings settings) : ActorPage
{
    public Matter Matter { get; private set; } = null!;

    public Letter Letter { get; private set; } = null!;

    public LetterSender? Sender { get; private set; }

    public bool Looked { get; private set; }

    public int KeptDays => settings.SendersKeptDays;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Sender, Looked) = (await senders.LookAsync(Actor, Matter, HttpContext), true);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await senders.FindAsync(Actor, id) is not { } found)
        {
            return false;
        }

        (Matter, Letter) = found;
        return true;
    }
}
