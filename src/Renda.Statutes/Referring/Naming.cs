using Renda.Statutes.Parsing;

namespace Renda.Statutes.Referring;

/// <summary>Which statute is spoken of: 本法, 《…》, 该法, or a name without marks (宪法, 药品管理法).</summary>
internal static class Naming
{
    private static readonly string[] Kinds = ["法", "条例", "规定", "办法", "细则", "决定", "守则", "规则", "解释", "章程"];
    private static readonly string[] NoName = ["办法", "方法", "依法", "合法", "违法", "非法", "执法", "司法", "立法", "守法"];
    private static readonly string[] Verbs = ["依照", "按照", "根据", "依据", "违反", "适用", "符合", "参照", "或者", "以及", "和", "与", "及", "对", "由"];
    private const int Longest = 60;

    /// <summary>Whether the words before a reference say whose it is; null is this statute.</summary>
    public static (bool Said, string? Name) Before(ReadOnlySpan<char> words, int start)
    {
        var head = words[Math.Max(0, start - 400)..start].TrimEnd();
        if (head.IsEmpty)
        {
            return (false, null);
        }

        // 《…》（以下简称…）第三条
        if (head[^1] is '）' or ')' && head.LastIndexOfAny('（', '(') is > 0 and var open && head[..open] is [.., '》'] and var named)
        {
            head = named;
        }

        if (head[^1] == '》')
        {
            return Marked(head) is { } marked ? (true, marked) : (false, null);
        }

        if (!Kinds.Any(head))
        {
            return (false, null);
        }

        var near = head[^Math.Min(head.Length, 10)..];
        if (near.LastIndexOf('本') is >= 0 and var own && Run(near[own..]))
        {
            return (true, null);
        }

        if (near.LastIndexOfAny('该', '同') is >= 0 and var same && Run(near[same..]) && head.LastIndexOf('》') is > 0 and var before)
        {
            return (true, Marked(head[..(before + 1)]) ?? near[same..].ToString());
        }

        return Plain(head) is { } plain ? (true, plain) : (false, null);
    }

    /// <summary>A name as it may be compared: without 中华人民共和国, space and marks.</summary>
    public static string Core(ReadOnlySpan<char> name)
    {
        var core = string.Concat(name.ToString().Where(c => !Blank.Is(c) && c is not ('《' or '》' or '〈' or '〉' or '<' or '>')));
        return core.StartsWith("中华人民共和国", StringComparison.Ordinal) ? core["中华人民共和国".Length..] : core;
    }

    /// <summary>The name in the last 《…》, those inside it included.</summary>
    public static string? Marked(ReadOnlySpan<char> head)
    {
        var depth = 0;
        for (var at = head.Length - 1; at >= 0; at--)
        {
            depth += head[at] == '》' ? 1 : head[at] == '《' ? -1 : 0;
            if (depth == 0)
            {
                return head.Length - at > 2 ? head[(at + 1)..^1].ToString() : null;
            }
        }

        return null;
    }

    private static bool Any(this string[] ends, ReadOnlySpan<char> text)
    {
        foreach (var end in ends)
        {
            if (text.EndsWith(end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Run(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Connector.IsLetter(c) || c is '的' or '和')
            {
                return false;
            }
        }

        return true;
    }

    // 依照药品管理法: from the verb on.
    private static string? Plain(ReadOnlySpan<char> head)
    {
        if (NoName.Any(head) || !(head[^1] == '法' || head.EndsWith("条例") || head.EndsWith("法典")))
        {
            return null;
        }

        var at = head.Length;
        while (at > 0 && head.Length - at < Longest && Connector.IsLetter(head[at - 1]))
        {
            at--;
        }

        var run = head[at..];
        foreach (var verb in Verbs)
        {
            if (run.LastIndexOf(verb) is >= 0 and var found && found + verb.Length < run.Length)
            {
                run = run[(found + verb.Length)..];
            }
        }

        return run.Length >= 2 ? run.ToString() : null;
    }
}
