using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Reports.Issuing;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Reports.Editing;

/// <summary>Writing a report: the text, what cannot be worked out yet, and how it will read.</summary>
[Needs(ReportsModule.Write)]
internal sealed class EditModel(RendaDb db, RuleShelf rules, ReportDrafts drafts, Packaging packaging) : ActorPage
{
    public MatterView Matter { get; private set; } = null!;

    public ReportDraft Draft { get; private set; } = null!;

    /// <summary>What the person typed; differs from the draft where somebody else saved in between.</summary>
    public string Text { get; private set; } = "";

    public bool Overtaken { get; private set; }

    public string SavedBy { get; private set; } = "";

    public Worked Worked { get; private set; } = null!;

    public IReadOnlyList<TextProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Text = Draft.Text;
        await WorkAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? text, int revision)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Draft, var saved) = await drafts.SaveAsync(Actor, id, text ?? "", revision);
        (Text, Overtaken) = (text ?? "", !saved);
        if (Overtaken)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            SavedBy = await db.People.Where(p => p.Congress == Actor.Congress && p.Id == Draft.SavedBy).Select(p => p.Name).SingleAsync();
        }

        await WorkAsync();
        return Page();
    }

    /// <summary>The same while somebody types; answers how the text reads now.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, string? text, int revision)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Draft, var saved) = await drafts.SaveAsync(Actor, id, text ?? "", revision);
        Text = text ?? "";
        Response.StatusCode = saved ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        Response.Headers["Renda-Revision"] = Draft.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await WorkAsync();
        return Partial("_Preview", this);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } view || view.Root.Matter.Id != id || view.Root.Matter.Procedure != ReportFlow.Id || !ReportDrafts.CanWrite(view)
            || await drafts.FindAsync(Actor.Congress, id) is not { } draft)
        {
            return false;
        }

        (Matter, Draft) = (view, draft);
        return true;
    }

    private async Task WorkAsync() => (Worked, Problems) = await packaging.WorkAsync(Actor, Matter.Root, Text);
}
