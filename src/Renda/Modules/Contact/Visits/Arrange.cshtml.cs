using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Visits;

/// <summary>Many pairs at once: a line each, all or none. Each becomes a plan by the same act as one made by itself.</summary>
[Needs(ContactModule.Keep)]
internal sealed class ArrangeModel(Arranging arranging, RuleShelf rules, TimeProvider time) : ActorPage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Lines { get; set; }

    public Guid Key { get; private set; } = Guid.CreateVersion7();

    public IReadOnlyList<(string, string)> Kinds { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public void OnGet()
    {
        (Title, Kind) = ($"{time.Today().Year}年联系代表", Pairs.Member);
        LoadKinds();
    }

    public async Task<IActionResult> OnPostAsync(Guid key)
    {
        LoadKinds();
        var (made, refusals) = await arranging.RunAsync(Actor, Title ?? "", Kind ?? "", Lines ?? "", key);
        if (refusals.Count == 0)
        {
            Notice($"已登记 {made} 件。");
            return LocalRedirect("/contact");
        }

        Refusals = refusals;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Clear();
        return Page();
    }

    private void LoadKinds() =>
        Kinds = [.. rules.Book.Find(VisitFlow.Id, Actor.Jurisdiction, time.Today()).Procedure?.Steps["arrange"].Asks.First(f => f.Id == "kind").Choices.Select(c => (c.Key, c.Value)) ?? []];
}
