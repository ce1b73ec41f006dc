using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;
using Renda.Procedures.Diagrams;

namespace Renda.Modules.Procedures;

/// <summary>A procedure as its file lays it out.</summary>
[Needs(CommonPermissions.InPost)]
internal sealed class ShowModel(RuleShelf rules, Divisions divisions, TimeProvider time) : ActorPage
{
    public Procedure Text { get; private set; } = null!;

    public Texts Texts { get; private set; } = null!;

    /// <summary>It is the text that applies where the reader works.</summary>
    public bool Applies { get; private set; }

    /// <summary>The procedure and its parallel work.</summary>
    public IEnumerable<Procedure> Parts => Text.Whole();

    public bool Oversees => Actor.Oversees(Text.Id);

    public IActionResult OnGet(string id, string? jurisdiction)
    {
        Texts = Texts.Of(rules.Book, id, time.Today());
        var here = rules.Book.Find(id, Actor.Jurisdiction, time.Today()).Procedure;
        // Where no text applies here, those of other places can still be read.
        if ((jurisdiction is null ? here ?? (Texts.All is [var first, ..] ? first : null) : Texts.Find(jurisdiction)) is not { } asked)
        {
            return NotFound();
        }

        (Text, Applies) = (asked, asked == here);
        return Page();
    }

    public string Place(Procedure text) => divisions.Name(text.Jurisdiction);

    public IHtmlContent Diagram(Procedure part) => ProcedureDiagram.Draw($"{part.Title}：环节和步骤", StageGraph.Of(part));
}
