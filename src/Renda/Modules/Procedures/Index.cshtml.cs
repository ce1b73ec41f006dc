using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Procedures;

/// <summary>A procedure in the list: the text in force here, how its rules are known, and how many texts there are.</summary>
internal sealed record Listed(Procedure Text, int OnFile, int Read, int Secondary, int Local);

/// <summary>Every procedure in force where the reader works.</summary>
[Needs(CommonPermissions.InPost)]
internal sealed class IndexModel(RuleShelf rules, Divisions divisions, TimeProvider time) : ActorPage
{
    public IReadOnlyList<(string Title, IReadOnlyList<Listed> Procedures)> Groups { get; private set; } = [];

    public void OnGet()
    {
        var book = rules.Book;
        var inForce = book.InForce(Actor.Jurisdiction, time.Today());
        Groups =
        [
            .. from known in Procedure.Groups
               let here = inForce.Where(p => p.Group == known.Key).Select(p => Of(book, p)).ToList()
               where here.Count > 0
               select (known.Value, (IReadOnlyList<Listed>)here),
        ];
    }

    public string Place(Procedure text) => divisions.Name(text.Jurisdiction);

    private static Listed Of(RuleBook book, Procedure text)
    {
        var known = text.Children.Values.Append(text).SelectMany(p => p.Steps.Values.Select(s => s.Basis).Concat(p.Limits.Values.Select(l => l.Basis)))
            .CountBy(b => b.Provenance).ToDictionary();
        return new Listed(
            text, book.Procedures.Count(p => p.Id == text.Id),
            known.GetValueOrDefault(Provenance.Read), known.GetValueOrDefault(Provenance.Secondary), known.GetValueOrDefault(Provenance.Local));
    }
}
