using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>The drafts that are consulted on, and those that were.</summary>
[Public("drafts of regulations are published for everybody to comment on")]
internal sealed class IndexModel(RendaDb db, PublicRounds rounds, TimeProvider time) : PageModel
{
    public IReadOnlyList<Congress> Congresses { get; private set; } = [];

    public Congress? Congress { get; private set; }

    public IReadOnlyList<ConsultationRound> Rounds { get; private set; } = [];

    public DateOnly Today => time.Today();

    public async Task OnGetAsync(int? congress)
    {
        Congresses = await db.Congresses.AsNoTracking().OrderBy(c => c.Code).ToListAsync();
        Congress = Congresses.FirstOrDefault(c => c.Code == congress) ?? (Congresses.Count > 0 ? Congresses[0] : null);
        Rounds = Congress is null ? [] : await rounds.OfAsync(Congress.Code, Today);
    }

    /// <summary>An earlier round of the same regulation is asked for by its number.</summary>
    public string Href(ConsultationRound round) => $"/consultations/{round.MatterId}{(Rounds.Any(r => r.MatterId == round.MatterId && r.Round > round.Round) ? $"?round={round.Round}" : "")}";
}
