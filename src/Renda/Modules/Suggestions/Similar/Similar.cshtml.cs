using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Similar;

/// <summary>The similar suggestions alone, for the page of somebody who is still writing.</summary>
[Needs(SuggestionsModule.Read)]
[RequestSizeLimit(LargestText)]
internal sealed class SimilarModel(SimilarLines similar) : ActorPage
{
    // Twice a body of 20,000 characters, each sent as nine.
    private const int LargestText = 512 * 1024;

    public IReadOnlyList<SimilarLine> Lines { get; private set; } = [];

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(string? title, string? body, Guid? except)
    {
        Lines = await similar.ReadAsync(Actor, title ?? "", body ?? "", Likeness.Near, except);
        return Page();
    }
}
