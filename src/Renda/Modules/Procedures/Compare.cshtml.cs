using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Procedures;

/// <summary>Two or three texts of a procedure side by side.</summary>
[Needs(CommonPermissions.InPost)]
internal sealed class CompareModel(RuleShelf rules, Divisions divisions, TimeProvider time) : ActorPage
{
    public Texts Texts { get; private set; } = null!;

    /// <summary>Those compared, in the order asked for.</summary>
    public IReadOnlyList<Procedure> Chosen { get; private set; } = [];

    public Comparison Comparison { get; private set; } = null!;

    /// <summary>What is not named, or is not on file, is filled in: the text that applies here, and the next one to it.</summary>
    public IActionResult OnGet(string id, string? a, string? b, string? c)
    {
        Texts = Texts.Of(rules.Book, id, time.Today());
        if (Texts.All.Count == 0)
        {
            return NotFound();
        }

        var first = Texts.Find(a) ?? rules.Book.Find(id, Actor.Jurisdiction, time.Today()).Procedure ?? Texts.All[0];
        var second = Texts.Find(b) ?? Texts.All.FirstOrDefault(t => t != first) ?? first;
        Chosen = [first, second, .. Texts.Find(c) is { } third ? [third] : Array.Empty<Procedure>()];
        Comparison = Comparison.Of(Chosen);
        return Page();
    }

    public string Name(Procedure text) => $"{divisions.Name(text.Jurisdiction)}{(Texts.IsCurrent(text) ? "" : $"（{text.InForce:yyyy} 年）")}";
}
