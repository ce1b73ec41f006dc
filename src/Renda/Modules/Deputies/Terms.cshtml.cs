using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

[Needs(DeputiesModule.Keep)]
internal sealed class TermsModel(RendaDb db, TermKeeping terms) : ActorPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public IReadOnlyList<CongressTerm> Terms { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task OnGetAsync() => Terms = (await Choices.LoadAsync(db, Actor.Congress)).Terms;

    public async Task<IActionResult> OnPostAsync()
    {
        var kept = ModelState.IsValid ? await terms.PutAsync(Actor, Words.TermIn(Number ?? ""), From, To) : Answers.Unreadable;
        if (kept.Ok)
        {
            Notice(kept.Notice!);
            return LocalRedirect("/deputies/terms");
        }

        Refusals = kept.Refusals;
        db.ChangeTracker.Clear();
        await OnGetAsync();
        return Page();
    }
}
