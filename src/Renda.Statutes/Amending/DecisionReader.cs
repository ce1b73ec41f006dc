using System.Text.RegularExpressions;

namespace Renda.Statutes.Amending;

/// <summary>Reads the points of a decision. What it cannot read it says so of, and goes on.</summary>
internal static partial class DecisionReader
{
    public static IReadOnlyList<(string Where, int Line, Instruction Instruction)> Read(Statute decision) =>
        [.. Points(decision).Select(point => (point.Label, point.Line, Read(point)))];

    // A decision's points; where it has articles of its own (第一条 …), it is no decision.
    private static IEnumerable<Article> Points(Statute decision) =>
        decision.Articles.Where(a => decision.Nodes[a.Node].Part == Part.Point);

    private static Instruction Read(Article point)
    {
        var statute = point.Statute;
        var sentence = statute.Words(point.Node).ToString();
        var lines = new List<string>();
        for (var n = point.Node + 1; n < point.End; n++)
        {
            if (statute.Nodes[n].Part == Part.Quoted)
            {
                lines.Add(statute.Text[statute.Nodes[n].Label..statute.Nodes[n].BodyEnd]);
            }
        }

        // The text may begin on the line of the point itself: …修改为：“第三条 甲。”
        if (sentence.IndexOf("：“", StringComparison.Ordinal) is >= 0 and var colon)
        {
            lines.Insert(0, sentence[(colon + 1)..]);
            sentence = sentence[..(colon + 1)];
        }

        var quoted = Unquote(lines);
        return sentence switch
        {
            "将名称修改为：" => new Instruction.Retitle(quoted),
            "将序言修改为：" => new Instruction.NewPreamble(quoted),
            "将附件修改为：" => new Instruction.NewAttachments(quoted),
            "将全文修改为：" => new Instruction.NewText(quoted),
            "将编、章、节设置为：" => Frame(quoted),
            _ when sentence.Contains(DecisionWriter.Through, StringComparison.Ordinal) => new Instruction.NumberThrough(),
            _ when Whole().Match(sentence) is { Success: true } m => Replace(m, quoted),
            _ when Added().Match(sentence) is { Success: true } m => new Instruction.Insert(m.Groups["new"].Value, WithoutNumber(quoted)),
            _ when Gone().Match(sentence) is { Success: true } m => new Instruction.Delete(m.Groups["old"].Value),
            _ when Piece().Match(sentence) is { Success: true } m =>
                new Instruction.Piece(m.Groups["old"].Value, m.Groups["place"].Value, Added: m.Groups["added"].Success, quoted),
            _ when AddedHeading().Match(sentence) is { Success: true } m => new Instruction.Heading(PartOf(m), null, Said(m, "new"), Said(m, "name"), Said(m, "from")),
            _ when GoneHeading().Match(sentence) is { Success: true } m => new Instruction.Heading(PartOf(m), Said(m, "old"), null, null, null),
            _ when ChangedHeading().Match(sentence) is { Success: true } m && (Said(m, "new") ?? Said(m, "name") ?? Said(m, "from")) is not null =>
                new Instruction.Heading(PartOf(m), Said(m, "old"), Said(m, "new"), Said(m, "name"), Said(m, "from")),
            _ => Change(sentence),
        };
    }

    private static string? Said(Match match, string group) => match.Groups[group] is { Success: true, Value: var said } ? said : null;

    private static Part PartOf(Match match) => match.Groups["kind"].Value switch { "编" => Part.Book, "分编" => Part.Division, "章" => Part.Chapter, _ => Part.Section };

    private static Instruction.Replace Replace(Match match, List<string> quoted)
    {
        var old = match.Groups["old"].Value;
        return new Instruction.Replace(old, match.Groups["new"] is { Success: true, Value: var @new } ? @new : old, WithoutNumber(quoted));
    }

    private static Instruction Change(string sentence)
    {
        var rest = sentence;
        string? old = null, @new = null;
        if (Renumbered().Match(sentence) is { Success: true } renumbered)
        {
            (old, @new) = (renumbered.Groups["old"].Value, renumbered.Groups["new"].Value);
            rest = sentence[renumbered.Length..];
        }

        var patches = new List<Patch>();
        var at = 0;
        foreach (Match m in Clause().Matches(rest))
        {
            if (m.Index != at || (m.Groups["article"] is { Success: true, Value: var named } && (@new is not null || (old ??= named) != named)))
            {
                break;
            }

            var (found, place) = (m.Groups["found"].Value, m.Groups["place"].Value);
            patches.Add(new Patch(place, found,
                m.Groups["becomes"] is { Success: true, Value: var becomes } ? becomes : m.Groups["more"] is { Success: true, Value: var more } ? found + more : ""));
            at += m.Length;
        }

        return old is null || rest[at..].Trim('，', '。').Length > 0
            ? new Instruction.Unread("看不懂这样的修改。能读的是：修改为、改为、增加一条、删去，以及对“…”的修改、增加和删去。")
            : new Instruction.Change(old, @new ?? old, patches);
    }

    private static Instruction Frame(List<string> lines)
    {
        var headings = new List<(string, string)>();
        var waiting = ""; // A heading may go over several lines.
        foreach (var line in lines)
        {
            if (From().Match(line) is not { Success: true } m)
            {
                waiting += line + "\n";
                continue;
            }

            headings.Add((waiting + m.Groups["heading"].Value, m.Groups["from"].Value));
            waiting = "";
        }

        return waiting.Length > 0 ? new Instruction.Unread($"“{waiting.TrimEnd()}”没有写从哪一条起。") : new Instruction.Frame(headings);
    }

    // Every line opens with “; the last closes with ” (and a full stop after it may follow).
    private static List<string> Unquote(List<string> lines)
    {
        List<string> quoted = [.. lines.Select(l => l is ['“' or '"', ..] ? l[1..] : l)];
        if (quoted.Count > 0)
        {
            var last = quoted[^1];
            var close = last.EndsWith('”') ? last.Length - 1 : last.Length > 1 && last[^1] is '。' or '；' && last[^2] == '”' ? last.Length - 2 : last.Length;
            quoted[^1] = last[..close];
        }

        return quoted is [""] ? [] : quoted;
    }

    private static List<string> WithoutNumber(List<string> lines)
    {
        if (lines.Count > 0 && Parsing.Mark.TryOrdinal(lines[0], out var mark) && mark.Part == Part.Article)
        {
            var first = Parsing.Blank.Trim(lines[0].AsSpan(mark.End)).ToString();
            return first.Length == 0 ? [.. lines.Skip(1)] : [first, .. lines.Skip(1)];
        }

        return lines;
    }
}
