using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>Lists of matters, each as far as the caller may see it.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder api) =>
        api.MapGet("/matters", ListAsync).WithSummary("Matters, newest first.").Answering<Listed<MatterRow>>(200).Refusing(400);

    private static async Task<IResult> ListAsync(
        HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time,
        [Description("Only of this procedure.")] string? procedure,
        [Description("Only at this stage, as the caller is shown it.")] string? stage,
        [Description("Only with a due date before this day."), FromQuery(Name = "due-before")] DateOnly? dueBefore,
        [Description("Only with these words in the title or the number.")] string? q,
        [Description("Where the page begins; from the link to the next one.")] string? after)
    {
        var filter = RegisterFilter.Of(stage, unit: null, subject: null, year: null, lead: null, overdue: false, q) with { DueBefore = dueBefore };
        var one = string.IsNullOrWhiteSpace(procedure) ? null : procedure.Trim();
        var rows = await new MatterRows(db, rules, await current.GetAsync(http.User)).PageAsync(one, filter, time.Today(), Cursors.Read(after));
        List<MatterRow> page = [.. rows.Take(Register.PageSize)];
        return Results.Json(new Listed<MatterRow>(page, rows.Count > page.Count ? Next(one, filter, Cursors.Write(page[^1].Opened, page[^1].Id)) : null));
    }

    private static string Next(string? procedure, RegisterFilter filter, string after) =>
        $"/api/matters{filter.Query(after)}" + Also("procedure", procedure) + Also("due-before", filter.DueBefore?.ToString("yyyy-MM-dd"));

    private static string Also(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
