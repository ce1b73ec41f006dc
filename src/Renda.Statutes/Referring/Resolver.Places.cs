namespace Renda.Statutes.Referring;

/// <summary>Places by their numbers.</summary>
internal sealed partial class Resolver
{
    /// <summary>The place as it was said, from a place where it begins with 前 or 本.</summary>
    public static Place Said(IReadOnlyList<Step> steps, Place? around = null) => steps.Aggregate(around ?? new Place(), (place, step) => step.Sign != '第' ? place : step.Level switch
    {
        Level.Book => place with { Book = step.Number },
        Level.Division => place with { Division = step.Number },
        Level.Chapter => place with { Chapter = step.Number },
        Level.Section => place with { Section = step.Number },
        Level.Article => place with { Article = step.Number, Suffix = step.Suffix },
        Level.Paragraph => place with { Paragraph = step.Number },
        Level.Item => place with { Item = step.Number },
        _ => place with { Subitem = step.Number },
    });

    /// <summary>The numbers of a node and of what it lies in; headings above an article are no part of it.</summary>
    public Place PlaceOf(int node)
    {
        var place = new Place();
        for (; node >= 0; node = statute.Nodes[node].Parent)
        {
            var here = statute.Nodes[node];
            place = here.Part switch
            {
                Part.Book when place.Article == 0 => place with { Book = here.Number },
                Part.Division when place.Article == 0 => place with { Division = here.Number },
                Part.Chapter when place.Article == 0 => place with { Chapter = here.Number },
                Part.Section when place.Article == 0 => place with { Section = here.Number },
                Part.Article => place with { Article = here.Number, Suffix = here.Suffix },
                Part.Paragraph => place with { Paragraph = here.Number },
                Part.Item => place with { Item = here.Number },
                Part.Subitem => place with { Subitem = here.Number },
                _ => place,
            };
        }

        return place;
    }
}
