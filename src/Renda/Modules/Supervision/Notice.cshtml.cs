using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Renda.Platform.Web;

namespace Renda.Modules.Supervision;

/// <summary>The way from a notice to its matter; whoever goes it has read the notice.</summary>
[Needs(CommonPermissions.SignedIn)]
internal sealed class NoticePage(NoticeBox box, Addresses addresses) : ActorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await box.ReadAsync(Actor, id) is { } line ? Redirect(addresses.Matter(line.Procedure, line.Matter)) : NotFound();
}
