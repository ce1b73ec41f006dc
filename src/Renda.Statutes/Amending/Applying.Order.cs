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

    private string? Change(Instruction.Heading change)
    {
        if (change.Old is null)
        {
            slots.Add(new Slot(Heading($"{change.New} {change.Name}"), "") { Claimed = true, Original = false, From = change.From });
            return null;
        }

        if (byPath.GetValueOrDefault(change.Old) is not { } slot)
        {
            return byPath.ContainsKey(change.Old) ? $"“{change.Old}”有两处，不知道改哪一处。" : $"没有“{change.Old}”。";
        }

        return Claim(slot, () =>
        {
            slot.Gone = (change.New ?? change.Name ?? change.From) is null;
            slot.From = change.From;
            slot.Element = change.New is null && change.Name is null ? slot.Element
                : Heading($"{change.New ?? slot.Element.Label} {change.Name ?? string.Join('\n', slot.Element.Lines)}");
        });
    }

    // A heading stands before the first article left of those it stood before, or where it is said to begin; where that is nowhere, it is
    // told, and what was to be added is not.
    private (List<Element> Elements, string? Reason) Follow(List<Slot> articles)
    {
        string? reason = null;
        var places = articles.DistinctBy(a => a.Label, StringComparer.Ordinal).ToDictionary(a => a.Label, StringComparer.Ordinal);
        foreach (var slot in slots.Where(s => s.From is not null && !places.ContainsKey(s.From)))
        {
            reason = $"“{slot.Element.Label}”从“{slot.From}”起，可是修改以后没有这一条。";
            slot.From = null;
        }

        var before = new Dictionary<Slot, List<Element>>();
        var waiting = new List<Element>();
        foreach (var slot in slots.Where(s => s.Original))
        {
            if (slot.Element.IsHeading)
            {
                waiting.AddRange(slot.Gone || slot.From is not null ? [] : [slot.Element]);
            }
            else if (!slot.Gone && waiting.Count > 0)
            {
                (before[slot], waiting) = (waiting, []);
            }
        }

        foreach (var slot in slots.Where(s => s.From is not null))
        {
            var first = places[slot.From!];
            (before.TryGetValue(first, out var there) ? there : before[first] = []).Add(slot.Element);
        }

        return ([.. articles.SelectMany(s => (before.GetValueOrDefault(s)?.OrderBy(e => e.Part) ?? Enumerable.Empty<Element>()).Append(s.Numbered)), .. waiting], reason);
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
