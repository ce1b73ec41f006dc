namespace Renda.Statutes.Amending;

/// <summary>Changes of 编、章、节 in the customary words: 将第三章章名修改为“…”, 增加一章，作为第四章, 删去第五章章名.</summary>
internal static class Headings
{
    /// <summary>What a heading is called: 编, 分编, 章, 节.</summary>
    public static string Kind(Part part) => part switch { Part.Book => "编", Part.Division => "分编", Part.Chapter => "章", _ => "节" };

    /// <summary>Each heading with its path: 第二章第一节; what has no number has none.</summary>
    public static IEnumerable<(Element Heading, string Path)> Paths(IEnumerable<Element> elements)
    {
        var above = new List<Element>();
        foreach (var heading in elements.Where(e => e.IsHeading))
        {
            above.RemoveAll(h => h.Part >= heading.Part);
            above.Add(heading);
            yield return (heading, heading.Label.Length == 0 ? "" : string.Concat(above.Select(h => h.Label)));
        }
    }

    /// <summary>The instructions that lead from the headings as they would stand to those wanted; null where these words cannot say it.</summary>
    /// <param name="standing">The old headings, where they stand once the articles are changed.</param>
    public static IReadOnlyList<Instruction>? Changes(Content before, Content standing, Content after)
    {
        var paths = new Dictionary<Element, string>(Paths(before.Elements).Select(p => KeyValuePair.Create(p.Heading, p.Path)), ReferenceEqualityComparer.Instance);
        var (old, @new) = (Starts(standing), Starts(after));
        var partner = Pair(old, @new);
        var instructions = new List<Instruction>();
        for (var i = 0; i < old.Count; i++)
        {
            var (heading, from) = old[i];
            var (to, start) = partner[i] < 0 ? (null, "") : @new[partner[i]];
            if (to is not null && to.Label == heading.Label && to.SameWords(heading) && start == from)
            {
                continue;
            }

            var path = paths[heading];
            if (path.Length == 0 || (to is not null && !Sayable(to, start)))
            {
                return null;
            }

            instructions.Add(to is null ? new Instruction.Heading(heading.Part, path, null, null, null)
                : new Instruction.Heading(heading.Part, path, to.Label == heading.Label ? null : to.Label, to.SameWords(heading) ? null : to.Lines[0], start == from ? null : start));
        }

        foreach (var (heading, from) in @new.Where((_, j) => !partner.Contains(j)))
        {
            if (!Sayable(heading, from))
            {
                return null;
            }

            instructions.Add(new Instruction.Heading(heading.Part, null, heading.Label, heading.Lines[0], from));
        }

        return instructions;
    }

    /// <summary>All headings of a text, each with the article it begins at.</summary>
    public static Instruction.Frame Frame(Content after) => new([.. Starts(after).Select(s => ($"{s.Heading.Label} {string.Join('\n', s.Heading.Lines)}".Trim(), s.From))]);

    // One line, a number, a first article, and no quotation marks, which would end the quotation.
    private static bool Sayable(Element heading, string from) =>
        heading is { Label.Length: > 0, Lines: [{ Length: > 0 } only] } && from.Length > 0 && only.AsSpan().IndexOfAny('“', '”', '\n') < 0;

    private static List<(Element Heading, string From)> Starts(Content content)
    {
        var starts = new List<(Element, string)>();
        var waiting = 0;
        foreach (var element in content.Elements)
        {
            if (element.IsHeading)
            {
                starts.Add((element, ""));
                continue;
            }

            for (; waiting < starts.Count; waiting++)
            {
                starts[waiting] = (starts[waiting].Item1, element.Label);
            }
        }

        return starts;
    }

    // The new heading of each old one: of the same kind, with the same words or at the same article, the likest first.
    private static int[] Pair(List<(Element Heading, string From)> old, List<(Element Heading, string From)> @new)
    {
        var partner = Enumerable.Repeat(-1, old.Count).ToArray();
        var taken = new bool[@new.Count];
        var pairs =
            from i in Enumerable.Range(0, old.Count)
            from j in Enumerable.Range(0, @new.Count)
            where old[i].Heading.Part == @new[j].Heading.Part
            let worth = (old[i].Heading.SameWords(@new[j].Heading) ? 4 : 0) + (old[i].From == @new[j].From ? 2 : 0)
            where worth > 0
            orderby worth + (old[i].Heading.Label == @new[j].Heading.Label ? 1 : 0) descending, i, j
            select (i, j);
        foreach (var (i, j) in old.Count > 2_000 || @new.Count > 2_000 ? [] : pairs)
        {
            if (partner[i] < 0 && !taken[j])
            {
                (partner[i], taken[j]) = (j, true);
            }
        }

        return partner;
    }
}
