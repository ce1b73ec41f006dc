using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Figures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>Figures as somebody types: the key, what it is, and what it says for the period.</summary>
internal static class FindingEndpoints
{
    private const int Most = 12;

    public static void Map(WebApplication app) =>
        app.MapGet("/figures/find", FindAsync).WithMetadata(new NeedsAttribute(ReportsModule.Figures)).ExcludeFromDescription();

    private static async Task<IResult> FindAsync(HttpContext http, CurrentActor current, Reckoner reckoner, TimeProvider time, string? q, string? period)
    {
        var actor = await current.GetAsync(http.User);
        var days = Period.Read(period) ?? Period.Year(time.Today().Year);
        List<object> found = [];
        foreach (var figure in Finding.Find(reckoner.FiguresFor(actor), q).Take(Most))
        {
            found.Add(new { key = figure.Key, title = figure.Title, unit = figure.Unit, said = (await reckoner.ReckonAsync(actor.Congress, figure, days)).Said });
        }

        return Results.Json(found);
    }
}
