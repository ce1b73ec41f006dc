using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>The figures there are: looked for by words, or by where the office's work belongs.</summary>
[Needs(ReportsModule.Figures)]
internal sealed class IndexModel(Reckoner reckoner, TimeProvider time) : ActorPage
{
    private const int Most = 100;

    public string? Q { get; private set; }

    public string? Group { get; private set; }

    public Period Period { get; private set; }

    public IReadOnlyList<Figure> Found { get; private set; } = [];

    public bool More { get; private set; }

    public void OnGet([FromQuery] string? q, [FromQuery] string? group, [FromQuery] string? period)
    {
        (Q, Group) = (q?.Trim(), Procedure.Groups.ContainsKey(group ?? "") ? group : null);
        Period = Period.Read(period) ?? Period.Year(Platform.ChinaTime.Today(time).Year);
        var found = Finding.Find(reckoner.FiguresFor(Actor), Q).Where(f => Group is null || f.Group == Group).Take(Most + 1).ToList();
        (Found, More) = ([.. found.Take(Most)], found.Count > Most);
    }
}
