using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Public;

/// <summary>A deputy's public page: whether it is on, what it says, where it is.</summary>
[Needs(ContactModule.Read)]
internal sealed class SwitchModel(PageSwitch pages, ContactSettings settings) : ActorPage
{
    public Seat Seat { get; private set; } = null!;

    public DateTime? Since { get; private set; }

    public bool Office => Actor.Has(Posts.Office);

    public string Address => settings.Absolute(Request, PosterModel.Path(Seat.Person));

    public async Task<IActionResult> OnGetAsync(Guid person) => await FindAsync(person) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid person, bool on)
    {
        if (!await FindAsync(person))
        {
            return NotFound();
        }

        Notice((await pages.SetAsync(Actor, Seat, on, HttpContext)).Notice!);
        return LocalRedirect($"/contact/pages/{person}");
    }

    private async Task<bool> FindAsync(Guid person)
    {
        if (await pages.FindAsync(Actor, person) is not { } found)
        {
            return false;
        }

        (Seat, Since) = (found.Seat, found.Page?.Since);
        return true;
    }
}
