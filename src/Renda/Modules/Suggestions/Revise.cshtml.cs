using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;

namespace Renda.Modules.Suggestions;

/// <summary>Revising a suggestion: the act as any other, with the similar ones below.</summary>
internal sealed class ReviseModel(RendaDb db, RuleShelf rules, Acts acts, IEnumerable<IFlow> flows, Addresses addresses, ActForm form, TimeProvider time, IEnumerable<IBeside> beside, InLine inLine, SimilarLines similar)
    : ActModel(db, rules, acts, flows, addresses, form, time, beside, inLine)
{
    /// <summary>Null while nobody has looked yet.</summary>
    public IReadOnlyList<SimilarLine>? Similar { get; private set; }

    /// <summary>Looks for similar ones; the form stays as it was typed.</summary>
    public async Task<IActionResult> OnPostSimilarAsync(Guid id, string step, CancellationToken cancel)
    {
        if (!await FindAsync(id, step))
        {
            return NotFound();
        }

        Open = true;
        var given = await KeepAsync(cancel);
        Similar = await similar.ReadAsync(Actor, given.One("title") ?? "", given.One("body") ?? "", Likeness.Near, id);
        return Page();
    }
}
