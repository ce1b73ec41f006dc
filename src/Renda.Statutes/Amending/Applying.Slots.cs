using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>The articles and headings amended, each with what has been said of it.</summary>
internal sealed partial class Applying
{
    private string? Find(string label, out Slot slot)
    {
        slot = byLabel.GetValueOrDefault(label)!;
        return slot is not null ? null : byLabel.ContainsKey(label) ? $"“{label}”有两条，不知道改哪一条。" : $"没有“{label}”。";
    }

    private static string? Claim(Slot slot, Action change)
    {
        if (slot.Claimed)
        {
            return $"“{slot.Element.Label}”在这个决定里已经改过一次。";
        }

        slot.Claimed = true;
        change();
        return null;
    }

    private static Element Article(string label, IReadOnlyList<string> lines)
    {
        var read = Content.Of(Statute.Parse($"题\n第一条 {string.Join('\n', lines)}")).Articles.ToList();
        return read is [var only] && Mark.TryOrdinal(label, out var mark)
            ? only with { Label = label, Number = mark.Number, Suffix = mark.Suffix }
            : new Element(Part.Article, label, 0, 0, lines, [.. lines.Select(_ => Part.Paragraph)]);
    }

    private sealed class Slot(Element element, string label)
    {
        public Element Element { get; set; } = element;

        public string Label { get; set; } = label;

        public bool Claimed { get; set; }

        public bool Gone { get; set; }

        /// <summary>Of a heading: the article it begins at; null where it follows its own.</summary>
        public string? From { get; set; }

        public bool Original { get; init; } = true;

        public Element Numbered => Mark.TryOrdinal(Label, out var mark) ? Element with { Label = Label, Number = mark.Number, Suffix = mark.Suffix } : Element;
    }
}
