namespace Renda.Procedures;

/// <summary>Reads a procedure, base and delta already merged, into its model.</summary>
internal sealed class ProcedureReader(string law, BasisReader bases, string version, IReadOnlyList<RuleFile> sources)
{
    private const int Most = 500; // Stages, and steps: five times the largest procedure on file.

    private readonly LimitReader limitReader = new(bases);
    private readonly StepReader stepReader = new(bases);

    public Procedure Read(RuleNode root, string id, string jurisdiction, DateOnly inForce)
    {
        RefuseMany(root);
        var limits = root.Named("limits").Select(e => (On: e.Node.MaybeText("on") ?? id, Limit: limitReader.Read(e.Key, e.Node))).ToList();
        var consents = limits.Where(l => l.Limit.Consent is not null).Select(l => l.Limit.Id).ToHashSet();
        var limitIds = limits.Select(l => l.Limit.Id).ToHashSet();
        var roles = root.Named("roles").ToDictionary(e => e.Key, e => ReadRole(e.Key, e.Node));

        Procedure Body(RuleNode node, string name) => new()
        {
            Id = name,
            Title = node.Text("title"),
            Jurisdiction = jurisdiction,
            InForce = inForce,
            Law = law,
            Version = version,
            Sources = sources,
            Note = root.MaybeText("note"),
            Newer = root.MaybeText("newer"),
            Group = root.Maybe("group") is not { } group ? Procedure.Elsewhere
                : Procedure.Groups.ContainsKey(group.Text()) ? group.Text()
                : throw group.Error($"group 应当是其中之一：{string.Join("、", Procedure.Groups.Keys)}。"),
            SeenBy = root.Texts("seen-by"),
            Party = node == root ? null : node.MaybeText("party"),
            BelowOptional = root.Maybe("below") is { Scalar: null } how && how.Flag("optional"),
            Below = root.Maybe("below") is { } below ? bases.Read(below) : null,
            Roles = roles,
            Parts = node.Named("parts").ToDictionary(e => e.Key, e => e.Node.Text()),
            Stages = [.. node.Named("stages").Where(e => Applies(e.Node, limitIds, consents)).Select(e => ReadStage(e.Key, e.Node))],
            Steps = node.Named("steps").Where(e => Applies(e.Node, limitIds, consents)).ToDictionary(e => e.Key, e => Without(Dropped(node), stepReader.Read(e.Key, e.Node))),
            Limits = limits.Where(l => l.On == name).ToDictionary(l => l.Limit.Id, l => l.Limit),
        };

        IReadOnlySet<string> Dropped(RuleNode node) =>
            node.Entries("stages").Where(e => !Applies(e.Node, limitIds, consents)).Select(e => e.Key).ToHashSet();

        var children = root.Named("children").ToDictionary(e => e.Key, e => Finish(e.Node, Body(e.Node, e.Key)));
        if (limits.FirstOrDefault(l => l.On != id && !children.ContainsKey(l.On)) is { On: not null } lost)
        {
            throw root.Get("limits").Get(lost.Limit.Id).Error($"期限“{lost.Limit.Id}”所在的“{lost.On}”不是本程序，也不是它的子程序。");
        }

        root.Maybe("jurisdiction");
        root.Maybe("in-force");
        root.Maybe("law");
        root.Maybe("procedure");
        return Finish(root, Body(root, id) with { Children = children });
    }

    private static void RefuseMany(RuleNode root)
    {
        List<RuleNode> all = [root, .. root.Entries("children").Select(c => c.Node)];
        foreach (var (key, what) in ((string, string)[])[("stages", "环节"), ("steps", "步骤")])
        {
            var many = all.Sum(p => p.Entries(key).Count());
            if (many > Most)
            {
                throw root.Get(key).Error($"有 {many} 个{what}，一个程序连同子程序最多 {Most} 个。请拆成几个程序。");
            }
        }
    }

    private static Procedure Finish(RuleNode node, Procedure procedure)
    {
        node.Done();
        return procedure;
    }

    private static Step Without(IReadOnlySet<string> stages, Step step) =>
        step with { From = [.. step.From.Where(f => !stages.Contains(f))] };

    // Some stages and steps exist only where the statute sets a limit, or names somebody who consents to it.
    private static bool Applies(RuleNode step, HashSet<string> limits, HashSet<string> consents)
    {
        if (step.Maybe("only-if") is not { } only)
        {
            return true;
        }

        var holds = only.MaybeText("limit") is { } limit ? limits.Contains(limit)
            : only.MaybeText("consent") is { } with ? consents.Contains(with)
            : only.MaybeText("no-consent") is { } without ? !consents.Contains(without)
            : throw only.Error("only-if 应当写 limit、consent 或 no-consent。");
        only.Done();
        return holds;
    }

    private static Role ReadRole(string id, RuleNode node)
    {
        var role = new Role(id, node.Text("title"), node.MaybeText("party"), node.Texts("posts"), node.Flag("confined"));
        node.Done();
        return role.Party is null && role.Posts.Count == 0 ? throw node.Error($"角色“{id}”要写 party 或 posts。") : role;
    }

    private static Stage ReadStage(string id, RuleNode node)
    {
        var stage = new Stage(
            id, node.Text("title"), node.Flag("end"), node.Flag("private"),
            [.. node.Entries("awaits").Select(e => new Awaited(e.Key, e.Node.Text()))], node.MaybeText("shown-as"));
        node.Maybe("only-if");
        node.Done();
        return stage;
    }
}
