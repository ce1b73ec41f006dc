using Renda.Statutes.Aligning;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>Finds the instructions that make one content the other.</summary>
internal static class Deciding
{
    public static IReadOnlyList<Instruction> Instructions(Statute old, Statute @new, Content before, Content after)
    {
        var instructions = new List<Instruction>();
        if (!before.Titles.SequenceEqual(after.Titles))
        {
            instructions.Add(new Instruction.Retitle(after.Titles));
        }

        if (!before.Preamble.SequenceEqual(after.Preamble))
        {
            instructions.Add(new Instruction.NewPreamble(after.Preamble));
        }

        Element[] a = [.. before.Articles], b = [.. after.Articles];
        var partner = Partners(old, @new);
        var through = RunsThrough(b) && RunsThrough(a);
        var still = Still(a, b, partner, through);
        var renumbers = false;
        foreach (var (i, j) in Order(a.Length, b.Length, partner))
        {
            if (j < 0)
            {
                instructions.Add(new Instruction.Delete(a[i].Label));
            }
            else if (i < 0)
            {
                instructions.Add(new Instruction.Insert(b[j].Label, b[j].Lines));
            }
            else if (still[j])
            {
                renumbers |= a[i].Label != b[j].Label;
            }
            else
            {
                instructions.Add(Patching.Patches(a[i], b[j]) is { } patches
                    ? new Instruction.Change(a[i].Label, b[j].Label, patches)
                    : new Instruction.Replace(a[i].Label, b[j].Label, b[j].Lines));
            }
        }

        if (renumbers)
        {
            instructions.Add(new Instruction.NumberThrough());
        }

        if (!before.Attachments.SequenceEqual(after.Attachments))
        {
            instructions.Add(new Instruction.NewAttachments(after.Attachments));
        }

        return instructions;
    }

    // One old article for one new: of a split or merge the first, the others are new or gone.
    private static int[] Partners(Statute old, Statute @new)
    {
        var partner = Enumerable.Repeat(-1, @new.Articles.Count).ToArray();
        var taken = new bool[old.Articles.Count];
        foreach (var link in Alignment.Of(old, @new).Where(l => l.Old is not null && l.New is not null))
        {
            if (partner[link.New!.Index] < 0 && !taken[link.Old!.Index])
            {
                (partner[link.New.Index], taken[link.Old.Index]) = (link.Old.Index, true);
            }
        }

        return partner;
    }

    private static bool RunsThrough(Element[] articles) =>
        articles.Select((article, at) => article.Suffix == 0 && article.Number == at + 1 && article.Label == $"第{Numeral.Write(at + 1)}条").All(ok => ok);

    // Articles of the same words in the same order need no instruction: they keep their number, or are numbered through.
    private static bool[] Still(Element[] a, Element[] b, int[] partner, bool through)
    {
        var candidate = Enumerable.Repeat(-1, a.Length).ToArray();
        for (var j = 0; j < b.Length; j++)
        {
            if (partner[j] is >= 0 and var i && a[i].SameWords(b[j]) && (through || a[i].Label == b[j].Label))
            {
                candidate[i] = j;
            }
        }

        var (inOrder, still) = (Naming.InOrder(candidate), new bool[b.Length]);
        for (var i = 0; i < a.Length; i++)
        {
            if (inOrder[i])
            {
                still[candidate[i]] = true;
            }
        }

        return still;
    }

    private static IEnumerable<(int Old, int New)> Order(int old, int @new, int[] partner)
    {
        var kept = partner.ToHashSet();
        var next = 0;
        for (var j = 0; j < @new; j++)
        {
            for (; partner[j] >= 0 && next < partner[j]; next++)
            {
                if (!kept.Contains(next))
                {
                    yield return (next, -1);
                }
            }

            yield return (partner[j], j);
        }

        for (; next < old; next++)
        {
            if (!kept.Contains(next))
            {
                yield return (next, -1);
            }
        }
    }
}
