using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Legislation.Drafting;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Statutes;
using Renda.Statutes.Amending;
using Renda.Statutes.Referring;
using Renda.Statutes.Rendering;

namespace Renda.Modules.Legislation.Versions;

/// <summary>Two texts of a regulation side by side: stage against stage, or the draft against the law in force.</summary>
[Needs(LegislationModule.Read)]
internal sealed class CompareModel(RendaDb db, RuleShelf rules, Comparing comparing) : BillPage(db, rules)
{
    public IReadOnlyList<Side> Sides { get; private set; } = [];

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public bool Changed { get; private set; }

    /// <summary>HTML of our own making, all text in it escaped; null where there is nothing to compare.</summary>
    public string? Table { get; private set; }

    public string? Decision { get; private set; }

    public IReadOnlyList<string> Broken { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? from, string? to, bool changed)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Sides = await comparing.SidesAsync(Matter);
        (Changed, To) = (changed, Sides.FirstOrDefault(s => s.Key == to)?.Key ?? (Sides is [.., var last] ? last.Key : ""));
        // Without a wish: the law amended, or the stage before.
        From = Sides.FirstOrDefault(s => s.Key == from)?.Key ?? Sides.FirstOrDefault(s => s.Key == Comparing.Base)?.Key ?? Sides.LastOrDefault(s => s.Key != To)?.Key ?? "";
        if (From != To && await comparing.FindAsync(Matter, From) is { } old && await comparing.FindAsync(Matter, To) is { } @new)
        {
            Table = ComparisonPage.Fragment(old, @new, Name(From), Name(To), changed);
            Decision = Amendment.Decide(old, @new);
            Broken = [.. Renumbering.Of(old, @new).Take(50).Select(b => Said(@new, b))];
        }

        return Page();
    }

    private string Name(string key) => Sides.First(s => s.Key == key).Name;

    private static string Said(Statute @new, BrokenReference b) =>
        $"第 {b.Reference.Line(@new)} 行“{b.Reference.Words(@new)}”：原来指{b.Meant}{(b.Proposed.Count > 0 ? $"，现在可能是{string.Join("、", b.Proposed)}" : b.Kind == BreakKind.Deleted ? "，现在已经删去" : "，要核对")}。";
}
