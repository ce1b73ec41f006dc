using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Board;

/// <summary>What a year's plan holds, and how far each project is.</summary>
[Needs(LegislationModule.Read)]
internal sealed class PlanModel(Projects projects, TimeProvider time) : ActorPage
{
    private static readonly string[] Before = ["suggested", "programmed", "planned", "drafting", "submitted", "with-committee"];
    private static readonly string[] Passed = ["passed", "approval-asked", "approved", "promulgated", "gazetted", "filed", "in-force", "reported", "closed", "repealed"];

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<Project> Rows { get; private set; } = [];

    /// <summary>In the five-year programme and in no annual plan yet.</summary>
    public IReadOnlyList<Project> Programmed { get; private set; } = [];

    public int Done => Rows.Count(IsDone);

    public int Behind => Rows.Count(IsBehind);

    public async Task OnGetAsync([FromQuery] int? year)
    {
        var found = await projects.OfAsync(Actor, time.Today(), ended: true);
        Year = year is >= 1979 and <= 2200 ? year.Value : time.Today().Year;
        Years = [.. found.Select(p => p.Year).OfType<int>().Append(Year).Distinct().OrderDescending().Take(6)];
        Rows = [.. found.Where(p => p.Year == Year).OrderBy(p => p.Category, StringComparer.Ordinal).ThenBy(p => p.Meeting ?? DateOnly.MaxValue)];
        Programmed = [.. found.Where(p => p.Stage == "programmed")];
    }

    public static bool IsDone(Project project) => Passed.Contains(project.Stage);

    public bool IsBehind(Project project) => project.Meeting < time.Today() && Before.Contains(project.Stage);
}
