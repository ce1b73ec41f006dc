using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

[Needs(AdministrationModule.Accounts)]
internal sealed class AccountNewPage(AccountKeeping accounts) : ActorPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var kept = await accounts.OpenNewAsync(Actor, Name, UserName, HttpContext);
        if (!kept.Ok)
        {
            Refusals = kept.Refusals;
            return Page();
        }

        Notice(kept.Notice!);
        return LocalRedirect($"/administration/accounts/{kept.Id}");
    }
}
