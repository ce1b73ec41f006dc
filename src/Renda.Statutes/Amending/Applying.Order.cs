using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>Numbers and places after all instructions: articles by their numbers, headings before what they stood before.</summary>
internal sealed partial class Applying
{
    // Numbers not claimed go to the others in their order.
    private static void Number(List<Slot> articles)
    {
        var claimed = articles.Where(s => s.Claimed).Select(s => s.Label).ToHashSet(StringComparer.Ordinal);
        var next = 1;
        foreach (var slot in articles.Where(s => !s.Claimed))
        {
            while (claimed.Contains($"第{Numeral.Write(next)}条"))
            {
                next++;
            }

            slot.Label = $"第{Numeral.Write(next++)}条";
        }
    }

    private static (int, int) Key(string label) => Mark.TryOrdinal(label, out var mark) ? (mark.Number, mark.Suffix) : (int.MaxValue, 0);

    // A heading stands before the first article left of those it stood before.
    private List<Element> Follow(List<Slot> articles)
    {
        var before = new Dictionary<Slot, List<Element>>();
        var waiting = new List<Element>();
        foreach (var slot in slots.Where(s => s.Original))
        {
            if (slot.Element.IsHeading)
            {
                waiting.Add(slot.Element);
            }
            else if (!slot.Gone && waiting.Count > 0)
            {
                (before[slot], waiting) = (waiting, []);
            }
        }

        return [.. articles.SelectMany(s => (before.GetValueOrDefault(s) ?? []).Append(s.Numbered)), .. waiting];
    }

    private List<Element> Framed(List<Slot> articles)
    {
        var elements = new List<Element>();
        var waiting = new Queue<(string Heading, string From)>(frame!.Headings);
        foreach (var slot in articles)
        {
            while (waiting.TryPeek(out var next) && next.From == slot.Label)
            {
                elements.Add(Heading(waiting.Dequeue().Heading));
            }

            elements.Add(slot.Numbered);
        }

        elements.AddRange(waiting.Select(w => Heading(w.Heading)));
        return elements;
    }

    private static Element Heading(string words) => Content.Of(Statute.Parse($"# 题\n## {words}")).Elements is [var heading, ..]
        ? heading : new Element(Part.Chapter, "", 0, 0, [words], []);
}
