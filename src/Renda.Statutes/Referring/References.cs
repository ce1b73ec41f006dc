namespace Renda.Statutes.Referring;

/// <summary>Finds what a statute refers to: places of its own, and places of statutes it names.</summary>
/// <remarks>
/// Read are 第X条第Y款第（Z）项第N目, with 编, 章 and 节; lists and ranges of them (第三条、第五条, 第十条至第十二条, 第一、二项); 前款, 前两条, 前项, 本条第二款; each for
/// this statute (bare, or after 本法 and the like) or after 《…》. Bare 本条 and 本章 point nowhere else and are left out.
/// </remarks>
public static class References
{
    /// <summary>The references in the order of the text. Time is in proportion to its length.</summary>
    public static IReadOnlyList<Reference> Of(Statute statute)
    {
        ArgumentNullException.ThrowIfNull(statute);
        var resolver = new Resolver(statute);
        var found = new List<Reference>();
        var attached = false;
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            var part = statute.Nodes[i].Part;
            attached |= part == Part.Attachment;
            if (part is Part.Paragraph or Part.Item or Part.Subitem or Part.Point or Part.Quoted or Part.Preamble)
            {
                new Scan(statute, resolver, i, attached, found).Read();
            }
        }

        return found;
    }
}
