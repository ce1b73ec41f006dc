using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Laws;

/// <summary>Entering a law. Whoever comes from a regulation retypes nothing, and is told where that one amends a law kept already.</summary>
[Needs(LawsModule.Keep)]
internal sealed class NewModel(RendaDb db, RuleShelf rules, Acts acts, Addresses addresses, ActForm form, TimeProvider time, FromRegulation regulations, LawPapers papers)
    : BeginPage(db, rules, acts, addresses, form, time)
{
    private readonly RendaDb db = db;
    private readonly RuleShelf rules = rules;

    /// <summary>The law that a regulation somebody comes from amends, and the way to its new text.</summary>
    public (Guid Id, string Title, string Href)? Amends { get; private set; }

    /// <summary>Whether the regulation has its published text fixed; null where nobody comes from one.</summary>
    public bool? HasText { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? about)
    {
        if (Find(LawFlow.Id, LawFlow.Enter) is { } none)
        {
            return Instead(none);
        }

        if (about is not { } id || await MatterView.LoadAsync(db, rules, Actor, id) is not { } regulation || !FromRegulation.IsPublished(regulation))
        {
            return await StartAsync(Particulars.Empty);
        }

        HasText = await papers.PublishedAsync(Actor.Congress, id) is not null;
        Amends = await regulations.AmendedAsync(regulation) is var (law, title) ? (law, title, $"/laws/{law}/{LawFlow.AddVersion}?draft={id}") : null;
        return await StartAsync(FromRegulation.Entering(regulation));
    }

    public async Task<IActionResult> OnPostAsync(Guid key, CancellationToken cancel) => Find(LawFlow.Id, LawFlow.Enter) is { } none ? Instead(none) : await BeginAsync(key, cancel);

    private RedirectResult Instead(string none)
    {
        Notice($"现在不能收入法规库。{none}");
        return Redirect("/laws");
    }
}
