using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.SignIn;

[Public("whoever is signed out already stays so")]
internal sealed class SignOutPage(RendaDb db, CurrentActor current, SignInManager<Account> signIn, AccountLog log) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await current.FindAsync(User) is { } actor)
        {
            log.Add(actor, "退出登录", HttpContext);
            await db.SaveChangesAsync();
        }

        await signIn.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
