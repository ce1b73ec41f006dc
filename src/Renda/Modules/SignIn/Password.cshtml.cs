using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.SignIn;

[Needs(CommonPermissions.SignedIn)]
internal sealed class PasswordPage(RendaDb db, UserManager<Account> users, SignInManager<Account> signIn, AccountLog log) : ActorPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool Forced => User.HasClaim(c => c.Type == PasswordFirst.Claim);

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        Refusals = [.. Check()];
        if (Refusals.Count == 0)
        {
            Refusals = [.. (await ChangeAsync()).Errors.Select(Explain)];
        }

        if (Refusals.Count > 0)
        {
            return Page();
        }

        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        Notice("密码已经修改，下次请用新密码登录。");
        return LocalRedirect("/");
    }

    private IEnumerable<RefusalItem> Check()
    {
        if (Chosen != Again)
        {
            yield return new RefusalItem("两次输入的新密码不一样。", nameof(Again), null, null);
        }

        if (Chosen == Current)
        {
            yield return new RefusalItem("新密码和现在的密码一样。", nameof(Chosen), null, null);
        }
    }

    private Task<IdentityResult> ChangeAsync() => db.InTransactionAsync(async () =>
    {
        var account = (await users.GetUserAsync(User))!;
        account.MustChangePassword = false;
        var changed = await users.ChangePasswordAsync(account, Current ?? "", Chosen ?? "");
        if (changed.Succeeded)
        {
            log.Add(Actor, "修改自己的密码", HttpContext);
            await db.SaveChangesAsync();
        }

        return changed;
    }, changed => changed.Succeeded);

    private static RefusalItem Explain(IdentityError error) =>
        new(error.Description, error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Current) : nameof(Chosen), null, null);
}
