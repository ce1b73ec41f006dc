using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Modules.Legislation.Consultation.Desk;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Records;
using Renda.Platform.Texts;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>A draft as the public reads it, article by article; in the end what became of the comments.</summary>
[Public("drafts of regulations are published for everybody to comment on")]
internal sealed class ShowModel(PublicRounds rounds, FixedTexts texts, Outcomes outcomes, TimeProvider time) : PageModel
{
    public Congress Congress { get; private set; } = null!;

    public ConsultationRound Round { get; private set; } = null!;

    /// <summary>Null where the draft can be read in its paper alone.</summary>
    public Draft? Draft { get; private set; }

    public IReadOnlyList<RecordedPaper> Papers { get; private set; } = [];

    public IReadOnlyList<GroupOutcome> Outcomes { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public bool Open => Round.IsOpen(Today);

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, int? round, string? after)
    {
        if (await rounds.FindAsync(id, round) is not (var congress, var found))
        {
            return NotFound();
        }

        (Congress, Round) = (congress, found);
        Draft = await Draft.LoadAsync(texts, found);
        Papers = await rounds.PapersAsync(found);
        if (found.ToldOn is not null)
        {
            var cursor = CommentLists.ReadSize(after);
            var page = await outcomes.PageAsync(found, cursor);
            Outcomes = [.. page.Take(Public.Outcomes.PageSize)];
            Next = page.Count > Outcomes.Count ? $"/consultations/{id}?round={found.Round}&after={CommentLists.Write(Outcomes[^1].Group.Size, Outcomes[^1].Group.Id)}#outcomes" : null;
            First = cursor is null ? null : $"/consultations/{id}?round={found.Round}#outcomes";
        }

        return Page();
    }

    public string Comment(string? anchor) => $"/consultations/{Round.MatterId}/comment{(anchor is null ? "" : $"?on={Uri.EscapeDataString(anchor)}")}";
}
