using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Laws;

/// <summary>A law: its text as of a day, all texts it has had, what names it, and what was done on the entry.</summary>
[Needs(LawsModule.Read)]
internal sealed class ShowModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time, IEnumerable<IFlow> flows) : ActorPage
{
    public LawPage Law { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<Starting> Starts { get; private set; } = [];

    public string Kind { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int? version, [FromQuery] DateOnly? on)
    {
        Today = time.Today();
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } matter || await LawPage.BuildAsync(db, Actor.Congress, id, LawPage.Office, version, on, Today) is not { } law)
        {
            return NotFound();
        }

        Law = law;
        Kind = IndexModel.KindsOf(rules, Actor.Jurisdiction, Today).FirstOrDefault(k => k.Id == law.Book.Law.Kind).Title ?? law.Book.Law.Kind;
        Dossier = await Dossier.BuildAsync(db, rules, addresses, matter, Today);
        Starts = Starting.From(rules, flows, addresses, matter, Today);
        return Page();
    }
}
