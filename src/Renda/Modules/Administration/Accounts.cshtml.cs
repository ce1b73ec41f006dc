using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>A person as the list shows them.</summary>
internal sealed record AccountRow(Guid Person, string Name, string? UserName, string State, string Tone, string Posts);

[Needs(AdministrationModule.Accounts)]
internal sealed class AccountsPage(RendaDb db, TimeProvider time) : ActorPage
{
    public const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>The last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public string? More { get; private set; }

    public string? First => After is null ? null : Address(new QueryBuilder());

    public async Task OnGetAsync()
    {
        Query = string.IsNullOrWhiteSpace(Query) ? null : Query.Trim();
        var people = await Asked().OrderBy(p => p.Name).ThenBy(p => p.Id).Take(PageSize + 1).ToListAsync();
        if (people.Count > PageSize)
        {
            people.RemoveAt(PageSize);
            More = Address(new QueryBuilder { { "after", people[^1].Name }, { "id", people[^1].Id.ToString() } });
        }

        Rows = await RowsAsync(people);
    }

    private IQueryable<Person> Asked()
    {
        var people = db.People.AsNoTracking().Where(p => p.Congress == Actor.Congress);
        if (Query is { } query)
        {
            people = people.Where(p => p.Name.Contains(query) || db.Users.Any(a => a.Congress == p.Congress && a.PersonId == p.Id && a.UserName!.Contains(query)));
        }

        return After is not { } after ? people
            : people.Where(p => string.Compare(p.Name, after) >= 0 && (string.Compare(p.Name, after) > 0 || p.Id.CompareTo(Id) > 0));
    }

    private async Task<IReadOnlyList<AccountRow>> RowsAsync(IReadOnlyList<Person> people)
    {
        var today = time.Today();
        List<Guid> ids = [.. people.Select(p => p.Id)];
        var accounts = await db.Users.AsNoTracking().Where(a => a.Congress == Actor.Congress && ids.Contains(a.PersonId)).ToDictionaryAsync(a => a.PersonId);
        var posts = await (from post in db.Posts.AsNoTracking()
                           where post.Congress == Actor.Congress && ids.Contains(post.PersonId) && post.From <= today && (post.To == null || post.To >= today)
                           join unit in db.Units on new { post.Congress, Id = post.UnitId } equals new { unit.Congress, unit.Id }
                           select new { post.PersonId, post.Kind, Unit = unit.Name }).ToListAsync();
        return [.. people.Select(p =>
        {
            var (state, tone) = State(accounts.GetValueOrDefault(p.Id), time.GetUtcNow());
            return new AccountRow(p.Id, p.Name, accounts.GetValueOrDefault(p.Id)?.UserName, state, tone,
                string.Join("；", posts.Where(x => x.PersonId == p.Id).Select(x => $"{x.Unit} · {Posts.Titles[x.Kind]}")));
        })];
    }

    public static (string State, string Tone) State(Account? account, DateTimeOffset now) => account switch
    {
        null => ("没有账号", "muted"),
        _ when account.IsDisabled(now) => ("已停用", "late"),
        { LockoutEnd: { } end } when end > now => ("输错锁定", "warn"),
        { MustChangePassword: true } => ("待改密码", "open"),
        _ => ("正常", "done"),
    };

    private string Address(QueryBuilder query)
    {
        if (Query is not null)
        {
            query.Add("q", Query);
        }

        return "/administration/accounts" + query.ToQueryString();
    }
}
