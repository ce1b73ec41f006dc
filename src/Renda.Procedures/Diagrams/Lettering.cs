namespace Renda.Procedures.Diagrams;

/// <summary>How much room text takes, without asking a font: a Chinese character is as wide as it is high.</summary>
internal static class Lettering
{
    public static double Width(string text, double size) => text.EnumerateRunes().Sum(r => r.Value < 0x2000 ? 0.56 : 1.0) * size;

    /// <summary>The text, or its beginning with an ellipsis; empty where not even three characters fit.</summary>
    public static string Fit(string text, double size, double room)
    {
        if (Width(text, size) <= room)
            return text;
        var kept = 0;
        while (kept < text.Length && Width($"{Plain.Cut(text, kept + 1)}…", size) <= room)
            kept++;
        return kept < 2 ? "" : $"{Plain.Cut(text, kept)}…";
    }

    /// <summary>The text in lines no longer than the room.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double room)
    {
        List<string> lines = [""];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Width(lines[^1] + rune, size) > room && lines[^1].Length > 0)
                lines.Add("");
            lines[^1] += rune;
        }

        return lines;
    }

    /// <summary>A title in one or two lines of six characters, broken at a comma where there is one.</summary>
    public static IReadOnlyList<string> Title(string title)
    {
        if (Width(title, 1) <= 6)
            return [title];
        var half = Plain.Cut(title, Width(title, 1) <= 12 ? (title.Length + 1) / 2 : 6);
        var comma = title.IndexOf('，', StringComparison.Ordinal) + 1;
        var first = comma is > 1 and <= 7 && Width(title[comma..], 1) <= 6 ? title[..comma] : half;
        return [first.TrimEnd('，'), Fit(title[first.Length..], 1, 6)];
    }
}
