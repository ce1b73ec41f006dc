using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>A post as the page shows it.</summary>
internal sealed record PostRow(Guid Id, string Kind, string Unit, DateOnly From, DateOnly? To);

[Needs(AdministrationModule.Accounts)]
internal sealed class AccountOfPage(RendaDb db, AccountKeeping accounts, PostKeeping posts, TimeProvider time) : ActorPage
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public Guid? Unit { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public Person Person { get; private set; } = null!;

    public Account? Account { get; private set; }

    public IReadOnlyList<PostRow> Held { get; private set; } = [];

    public IReadOnlyList<(string, string)> Kinds { get; } = [.. Posts.Titles.Select(t => (t.Key, t.Value))];

    public IReadOnlyList<(string, string)> Units { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public DateOnly Today => time.Today();

    public bool Self => Person.Id == Actor.PersonId;

    public (string State, string Tone) State => AccountsPage.State(Account, time.GetUtcNow());

    public bool Locked => Account?.LockoutEnd > time.GetUtcNow();

    public Task<IActionResult> OnGetAsync(Guid person) => ShowAsync(person);

    public Task<IActionResult> OnPostOpenAsync(Guid person) => KeepAsync(person, () => accounts.OpenAsync(Actor, person, UserName, HttpContext));

    public Task<IActionResult> OnPostResetAsync(Guid person) => KeepAsync(person, () => accounts.ResetAsync(Actor, person, HttpContext));

    public Task<IActionResult> OnPostLockAsync(Guid person) => KeepAsync(person, () => accounts.LockAsync(Actor, person, locked: true, HttpContext));

    public Task<IActionResult> OnPostUnlockAsync(Guid person) => KeepAsync(person, () => accounts.LockAsync(Actor, person, locked: false, HttpContext));

    public Task<IActionResult> OnPostAddPostAsync(Guid person) => KeepAsync(person, () => posts.AddAsync(Actor, person, new PostWish(Unit, Kind, From, To), HttpContext));

    public Task<IActionResult> OnPostEndPostAsync(Guid person, Guid post, DateOnly? last) =>
        KeepAsync(person, () => posts.EndAsync(Actor, person, post, last, HttpContext));

    public Task<IActionResult> OnPostRevokePostAsync(Guid person, Guid post) => KeepAsync(person, () => posts.RevokeAsync(Actor, person, post, HttpContext));

    private async Task<IActionResult> KeepAsync(Guid person, Func<Task<Kept>> keep)
    {
        if (!await db.People.AnyAsync(p => p.Congress == Actor.Congress && p.Id == person))
        {
            return NotFound();
        }

        var kept = ModelState.IsValid ? await keep() : Kept.No("有一项填写的内容不对，没有执行。", remedy: "日期请按 2026-02-13 的样子填写。");
        if (!kept.Ok)
        {
            Refusals = kept.Refusals;
            return await ShowAsync(person);
        }

        Notice(kept.Notice!);
        return LocalRedirect($"/administration/accounts/{person}");
    }

    private async Task<IActionResult> ShowAsync(Guid id)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == Actor.Congress && p.Id == id) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Congress == Actor.Congress && a.PersonId == id);
        var units = (await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress).ToListAsync()).OrderBy(u => u.System).ThenBy(u => u.Name, StringComparer.Ordinal).ToList();
        Units = [.. units.Select(u => (u.Id.ToString(), u.Name))];
        var held = await db.Posts.AsNoTracking().Where(p => p.Congress == Actor.Congress && p.PersonId == id).OrderByDescending(p => p.From).ToListAsync();
        Held = [.. held.Select(p => new PostRow(p.Id, p.Kind, units.First(u => u.Id == p.UnitId).Name, p.From, p.To))];
        return Page();
    }
}
