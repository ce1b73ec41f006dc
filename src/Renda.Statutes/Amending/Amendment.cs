namespace Renda.Statutes.Amending;

/// <summary>An instruction that does not fit.</summary>
/// <param name="Where">The point of the decision: 三; empty for the decision as a whole.</param>
/// <param name="Line">Its line in the decision, from 1.</param>
/// <param name="Reason">A sentence for the clerk.</param>
public sealed record Refusal(string Where, int Line, string Reason);

/// <summary>A text after a decision.</summary>
/// <param name="Text">Title, the old caption, headings, articles; what the refused instructions asked for is not in it.</param>
/// <param name="Refused">What did not fit; empty when all was carried out.</param>
public sealed record Amended(string Text, IReadOnlyList<Refusal> Refused);

/// <summary>Decisions to amend (修改决定): made from two versions, carried out on one. Wording as customary in decisions under 立法法 64.</summary>
public static class Amendment
{
    /// <summary>
    /// The decision that makes the old text the new one. It is carried out before it is given: where the instructions would not
    /// give the new text exactly, all headings are set anew, and failing that the whole text (修订).
    /// </summary>
    public static string Decide(Statute old, Statute @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (before, after) = (Content.Of(old), Content.Of(@new));
        var wanted = after.Write();
        var instructions = Deciding.Instructions(old, @new, before, after);
        List<IReadOnlyList<Instruction>> attempts = [instructions, [.. instructions, Headings.Frame(after)]];
        if (Standing(before, instructions) is { } standing && Headings.Changes(before, standing, after) is { Count: > 0 } headings)
        {
            attempts.Insert(0, [.. instructions, .. headings]);
        }

        foreach (var attempt in attempts)
        {
            var decision = DecisionWriter.Write(old.Title, attempt);
            if (Apply(old, decision) is { Refused.Count: 0 } made && Normative(Statute.Parse(made.Text)) == wanted)
            {
                return decision;
            }
        }

        return DecisionWriter.Write(old.Title, [new Instruction.NewText(wanted.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))]);
    }

    // The text once its articles are changed, its headings as they were.
    private static Content? Standing(Content before, IReadOnlyList<Instruction> instructions)
    {
        var applying = new Applying(before);
        return instructions.Select(applying.Take).Any(reason => reason is not null) ? null : applying.Finish().Content;
    }

    /// <summary>Carries a decision out. An instruction that does not fit is refused with its place; the others are carried out.</summary>
    public static Amended Apply(Statute old, string decision)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(decision);
        var points = DecisionReader.Read(Statute.Parse(decision));
        var before = Content.Of(old);
        string[] caption = [.. Enumerable.Range(0, old.Nodes.Count).Where(n => old.Nodes[n].Part == Part.Caption).Select(n => old.Words(n).ToString())];
        if (points is [(_, _, Instruction.NewText whole)])
        {
            return new Amended(string.Join("\n\n", whole.Lines) + "\n\n", []);
        }

        var refused = new List<Refusal>();
        var applying = new Applying(before);
        foreach (var (where, line, instruction) in points)
        {
            if (applying.Take(instruction) is { } reason)
            {
                refused.Add(new Refusal(where, line, reason));
            }
        }

        if (points.Count == 0)
        {
            refused.Add(new Refusal("", 1, "决定里没有“一、”这样的条目。"));
        }

        var (content, wrong) = applying.Finish();
        if (wrong is not null)
        {
            refused.Add(new Refusal("", 1, wrong));
        }

        return new Amended((content ?? before).Write(caption), refused);
    }

    /// <summary>The text that is law: title, preamble, headings, articles and attachments, a line each; caption, contents, space and marks left out.</summary>
    public static string Normative(Statute statute)
    {
        ArgumentNullException.ThrowIfNull(statute);
        return Content.Of(statute).Write();
    }
}
