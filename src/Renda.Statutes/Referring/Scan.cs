using System.Buffers;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Referring;

/// <summary>Reads the references of one node.</summary>
internal ref struct Scan(Statute statute, Resolver resolver, int node, bool attached, List<Reference> to)
{
    private static readonly SearchValues<char> Begins = SearchValues.Create("第前本");
    private readonly ReadOnlySpan<char> words = statute.Words(node);
    private List<Step> steps = []; // of the reference before
    private string? name;
    private int last = -1; // where the reference before ends
    private bool kept; // it was one

    public void Read()
    {
        for (var at = 0; words[at..].IndexOfAny(Begins) is >= 0 and var next;)
        {
            at += next;
            at = ReadAt(at, at, bare: false) is { } end ? More(end) : at + 1;
        }
    }

    // 第三条、五条: the second has no 第.
    private int More(int end)
    {
        while (steps.Count > 0 && Connector.Read(words, end) is { Length: > 0 } sign && Marks.TryNumber(words, end + sign.Length, brackets: true, out _, out var after) &&
            Marks.TryUnit(words, after, out var level, out _) && level == steps[^1].Level && ReadAt(end + sign.Length, end + sign.Length, bare: true) is { } further)
        {
            end = further;
        }

        return end;
    }

    private int? ReadAt(int start, int at, bool bare)
    {
        var chain = new List<Step>();
        if (bare)
        {
            Marks.TryNumber(words, at, brackets: true, out var number, out at);
            Marks.TryUnit(words, at, out var level, out at);
            chain.Add(new Step(level, '第', number, 0, at));
        }
        else if (words[at] != '第')
        {
            if (!Marks.TryRelative(words, at, out var relative))
            {
                return null;
            }

            chain.Add(relative);
            at = relative.End;
        }

        while (at < words.Length && words[at] == '第' && Marks.TryOrdinal(words, at, out var step) && (chain.Count == 0 || step.Level > chain[^1].Level))
        {
            chain.Add(step);
            at = step.End;
        }

        // 第一、二项; 第一至四项; 前款（一）、（二）项.
        var several = at < words.Length && (words[at] == '第' || (words[at] is '（' or '(' && chain.Count > 0)) ? Connector.Several(words, at) : null;
        if (several is { } list && (chain.Count == 0 || list.Level > chain[^1].Level))
        {
            return Add(start, chain, list);
        }

        return chain.Count > 0 && !(chain.Count == 1 && chain[0].Sign == '本') ? Add(start, chain, at) : null;
    }

    private int? Add(int start, List<Step> chain, (Level Level, List<(int Number, int Start, int End, bool Range)> Numbers, int End) list)
    {
        var first = true;
        foreach (var (number, from, until, range) in list.Numbers)
        {
            var step = new Step(list.Level, '第', number, 0, until);
            var end = until == list.Numbers[^1].End ? list.End : until;
            if (first)
            {
                Add(start, [.. chain, step], end);
            }
            else if (kept)
            {
                Put(from, end, [.. steps.TakeWhile(s => s.Level < list.Level), step], name, range);
            }

            first = false;
        }

        return last = list.End;
    }

    private int? Add(int start, List<Step> chain, int end)
    {
        var connector = last >= 0 && last <= start ? Connector.Exactly(words[last..start]) : null;
        var relative = chain[0].Sign != '第';
        var (said, other) = relative ? (true, null) : Naming.Before(words, start);
        var continues = connector is not null && !said && steps.Count > 0;
        if (continues)
        {
            chain = [.. steps.TakeWhile(s => s.Level < chain[0].Level), .. chain];
        }

        // 第三百九十五条第一款第三项规定的…或者第五项规定的: no 第五项 here, so the one spoken of.
        else if (!said && steps.Count > 0 && name is null && kept && chain[0].Level > steps[0].Level && resolver.Resolve(chain, node).Target < 0)
        {
            List<Step> further = [.. steps.TakeWhile(s => s.Level < chain[0].Level), .. chain];
            (continues, chain) = resolver.Resolve(further, node).Target >= 0 ? (true, further) : (false, chain);
        }

        (name, steps) = (continues ? name : other is null || resolver.IsOwn(other) ? null : other, chain);
        var dropped = continues ? !kept : name is null && !said && !Connector.Plausible(words, start, end, chain[0].Level);
        last = end;
        kept = !dropped && Put(start, end, chain, name, range: continues && connector is "至" or "到", bare: !said && !continues);
        return end;
    }

    private readonly bool Put(int start, int end, List<Step> chain, string? of, bool range, bool bare = false)
    {
        var elsewhere = statute.Nodes[node].Part == Part.Quoted || !resolver.HasArticles;
        if (of is null && (elsewhere || attached))
        {
            // In a decision 第十条 is an article of what is amended; in an attachment it is the attachment's own.
            var inStatute = !bare && attached && chain[0].Sign == '第';
            of = inStatute ? null : elsewhere ? resolver.Amended : null;
            if (of is null && !inStatute)
            {
                return false;
            }
        }

        var (from, target, until) = of is null ? resolver.Resolve(chain, node) : (Resolver.Said(chain), -1, -1);
        if (bare && of is null && target < 0 && chain[0].Level != Level.Article)
        {
            return false; // 第一项任务, 第二款产品: no place of this article.
        }

        var at = statute.Nodes[node].Body;
        if (range && to.Count > 0 && to[^1] is var before && before.Node == node && before.Statute == of)
        {
            to[^1] = before with { Length = at + end - before.Start, To = from, TargetEnd = target };
            return true;
        }

        var to2 = until != target && target >= 0 ? resolver.PlaceOf(until) : null;
        to.Add(new Reference(node, at + start, end - start, of, from, to2, target, until, chain[^1].Sign != '第'));
        return true;
    }
}
