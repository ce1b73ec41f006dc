using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Setup;
using Renda.Platform.Web;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Renda.Modules.SignIn;

[Public("this is where people sign in")]
[EnableRateLimiting(SignInLimit.Name)]
internal sealed class SignInPage(RendaDb db, UserManager<Account> users, SignInManager<Account> signIn, AccountLog log, TimeProvider time, IOfferAccounts offer, ReadOnlyMode readOnly) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only within this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>Accounts anybody may use; none in a real office.</summary>
    public IReadOnlyList<OfferedAccount> Offered { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task OnGetAsync() => Offered = await offer.FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await users.FindByNameAsync(UserName?.Trim() ?? "");
        var answer = account is null ? SignInResult.Failed : await CheckAsync(account);
        if (account is null)
        {
            users.PasswordHasher.HashPassword(null!, Password ?? ""); // An unknown name must not be told apart by a quicker answer.
        }

        if (!readOnly.On)
        {
            await RecordAsync(account, answer);
        }

        if (answer.Succeeded)
        {
            await signIn.SignInAsync(account!, isPersistent: false);
            return LocalRedirect(account!.MustChangePassword ? "/password" : Url.IsLocalUrl(Next) ? Next! : "/");
        }

        Refusals = [answer.IsLockedOut ? Locked(account!) : new RefusalItem("账号或者密码不对。", null, null, "连错五次会锁定十五分钟。")];
        await OnGetAsync();
        return Page();
    }

    // Where nothing can be written, wrong passwords are not counted; how often one address may try is.
    private async Task<SignInResult> CheckAsync(Account account) =>
        !readOnly.On ? await signIn.CheckPasswordSignInAsync(account, Password ?? "", lockoutOnFailure: true)
        : await users.IsLockedOutAsync(account) ? SignInResult.LockedOut
        : users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash ?? "", Password ?? "") == PasswordVerificationResult.Failed ? SignInResult.Failed : SignInResult.Success;

    private async Task RecordAsync(Account? account, SignInResult answer)
    {
        var name = UserName?.Trim() ?? "";
        var what = answer.Succeeded ? "登录" : answer.IsLockedOut ? $"账号“{account!.UserName}”已锁定，登录被拒绝" : $"账号“{string.Concat(name.EnumerateRunes().Take(40))}”登录失败";
        var congress = account?.Congress ?? await db.Congresses.OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync();
        log.Add(congress, answer.Succeeded ? account!.PersonId : null, what, HttpContext);
        await db.SaveChangesAsync();
    }

    private RefusalItem Locked(Account account)
    {
        var left = account.LockoutEnd is { } end ? (end - time.GetUtcNow()).TotalMinutes : 0;
        return left > 24 * 60
            ? new RefusalItem("这个账号已被停用。", null, null, "请联系安全管理员。")
            : new RefusalItem($"密码连续输错，账号已锁定，请 {Math.Max(1, Math.Ceiling(left)):0} 分钟后再试。", null, null, "急用请联系安全管理员解锁。");
    }
}
