using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>我的令牌: what lets other programs act for a person.</summary>
[Needs(ApiModule.Use)]
internal sealed class TokensPage(TokenKeeping keeping, TimeProvider time) : ActorPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    [BindProperty]
    public string? LastDay { get; set; }

    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    /// <summary>The token just made; nobody sees it again.</summary>
    public string? Made { get; private set; }

    public DateOnly Today => time.Today();

    public IReadOnlyList<FieldModel> Fields =>
    [
        Ask("Name", "名称", "text", "写明给哪个程序用。", Name, []) with { MaxLength = TokenKeeping.LongestName },
        Ask("Scopes", "权限", "choices", "只给用得着的。", null, Scopes) with { Choices = [.. TokenScopes.Titles.Select(s => (s.Key, $"{s.Value}（{s.Key}）"))] },
        Ask("LastDay", "有效期至", "date", "最长一年。", LastDay, []),
    ];

    public async Task OnGetAsync() => Tokens = await keeping.ListAsync(Actor);

    public async Task OnPostMakeAsync()
    {
        DateOnly? day = DateOnly.TryParseExact(LastDay, "yyyy-MM-dd", out var read) ? read : null;
        (Made, Refusals) = await keeping.MakeAsync(Actor, new TokenAsked(Name, Scopes, day), HttpContext);
        if (Made is not null)
        {
            (Name, Scopes, LastDay) = (null, [], null);
            ModelState.Clear();
        }

        await OnGetAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        if (await keeping.RevokeAsync(Actor, id, HttpContext) is not { } sentence)
        {
            return NotFound();
        }

        Notice(sentence);
        return Redirect("/tokens");
    }

    private FieldModel Ask(string name, string title, string kind, string help, string? value, IReadOnlyList<string> values) =>
        new(name, title, kind, Required: true, help, value, values, [], null, Refusals.FirstOrDefault(r => r.Field == name)?.Sentence, null);
}
