namespace Renda.Procedures;

/// <summary>Reads a procedure, base and delta already merged, into its model.</summary>
/// <param name="laws">The law each file cites: a step a delta leaves alone keeps citing the base's law.</param>
internal sealed class ProcedureReader(string law, IReadOnlyDictionary<string, string> laws, string version, IReadOnlyList<RuleFile> sources)
{
    public Procedure Read(RuleNode root, string id, string jurisdiction, DateOnly inForce)
    {
        var limits = root.Entries("limits").Select(e => (On: e.Node.MaybeText("on") ?? id, Limit: ReadLimit(e.Key, e.Node))).ToList();
        var consents = limits.Where(l => l.Limit.Consent is not null).Select(l => l.Limit.Id).ToHashSet();
        var limitIds = limits.Select(l => l.Limit.Id).ToHashSet();
        var roles = root.Entries("roles").ToDictionary(e => e.Key, e => ReadRole(e.Key, e.Node));

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
            BelowOptional = root.Maybe("below") is { Scalar: null } how && how.Flag("optional"),
            Below = root.Maybe("below") is { } below ? ReadBasis(below) : null,
            Roles = roles,
            Parts = node.Entries("parts").ToDictionary(e => e.Key, e => e.Node.Text()),
            Stages = [.. node.Entries("stages").Where(e => Applies(e.Node, limitIds, consents)).Select(e => ReadStage(e.Key, e.Node))],
            Steps = node.Entries("steps").Where(e => Applies(e.Node, limitIds, consents)).ToDictionary(e => e.Key, e => Without(Dropped(node), ReadStep(e.Key, e.Node))),
            Limits = limits.Where(l => l.On == name).ToDictionary(l => l.Limit.Id, l => l.Limit),
        };

        IReadOnlySet<string> Dropped(RuleNode node) =>
            node.Entries("stages").Where(e => !Applies(e.Node, limitIds, consents)).Select(e => e.Key).ToHashSet();

        var children = root.Entries("children").ToDictionary(e => e.Key, e => Finish(e.Node, Body(e.Node, e.Key)));
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
        var role = new Role(id, node.Text("title"), node.MaybeText("party"), node.Texts("posts"));
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

    private Step ReadStep(string id, RuleNode node)
    {
        var step = new Step
        {
            Id = id,
            Title = node.Text("title"),
            From = node.Texts("from"),
            To = node.Maybe("to") switch
            {
                null => [],
                { Items: { } cases } => [.. cases.Select(ReadDestination)],
                var to => [new Destination(to.Text(), null)],
            },
            By = node.Texts("by"),
            Asks = [.. node.Entries("asks").Select(e => FieldReader.Read(e.Key, e.Node))],
            Needs = [.. node.List("needs").Select(ReadNeed)],
            Opens = [.. node.List("opens").Select(ReadOpening)],
            Carries = [.. node.List("carries").Select(ReadCarry)],
            HiddenFrom = node.Texts("hidden-from"),
            Basis = ReadBasis(node.Get("basis")),
            Hint = node.MaybeText("hint"),
            Grave = node.Flag("grave"),
        };
        node.Maybe("only-if");
        node.Done();
        return step;
    }

    private static Destination ReadDestination(RuleNode node)
    {
        var destination = new Destination(node.Text("stage"), node.Maybe("when") is { } when ? ConditionReader.Read(when) : null);
        node.Done();
        return destination;
    }

    private Need ReadNeed(RuleNode node)
    {
        var need = new Need(
            ConditionReader.Read(node.Get("if")), node.Text("says"), node.MaybeText("remedy"),
            node.Maybe("basis") is { } basis ? ReadBasis(basis) : null);
        node.Done();
        return need;
    }

    private static Opening ReadOpening(RuleNode node)
    {
        var opening = new Opening(node.Text("child"), node.Text("part"), node.Text("each"));
        node.Done();
        return opening;
    }

    private static Carry ReadCarry(RuleNode node)
    {
        var carry = new Carry(node.Text("child"), node.Text("step"), node.MaybeText("part"));
        node.Done();
        return carry;
    }

    private TimeLimit ReadLimit(string id, RuleNode node)
    {
        var kind = Name<LimitKind>(node.Maybe("kind"), LimitKind.Deadline);
        var fixedDay = kind == LimitKind.Fixed;
        var limit = new TimeLimit
        {
            Id = id,
            Title = node.Text("title"),
            Kind = kind,
            Amount = fixedDay ? 0 : node.Whole("amount"),
            Unit = fixedDay ? LimitUnit.Day : Name<LimitUnit>(node.Get("unit"), LimitUnit.Day),
            Field = fixedDay ? node.Text("field") : null,
            Start = node.Text("start"),
            From = node.Texts("from"),
            Into = node.Texts("into"),
            Dated = node.Entries("dated").ToDictionary(e => e.Key, e => e.Node.Text()),
            Until = node.Texts("until"),
            Extends = node.MaybeText("extends"),
            FromEnd = node.Flag("from-end"),
            Consent = node.MaybeText("consent"),
            Soft = node.Flag("soft"),
            Window = node.Flag("window"),
            When = node.Maybe("when") is { } when ? ConditionReader.Read(when) : null,
            Basis = ReadBasis(node.Get("basis")),
        };
        node.Maybe("on");
        node.Done();
        return limit;
    }

    private Basis ReadBasis(RuleNode node)
    {
        if (node.Scalar is not null)
        {
            return new Basis($"《{laws[node.Path]}》", node.Text(), Provenance.Read);
        }

        var provenance = Name<Provenance>(node.Maybe("provenance"), Provenance.Read);
        var other = node.MaybeText("law") ?? laws[node.Path];
        var basis = new Basis($"《{other}》", node.Text("article"), provenance);
        node.Done();
        return basis;
    }

    private static T Name<T>(RuleNode? node, T otherwise)
        where T : struct, Enum =>
        node is null ? otherwise
        : Enum.TryParse<T>(node.Text(), ignoreCase: true, out var value) && !char.IsDigit(node.Text()[0]) ? value
        : throw node.Error($"“{node.Text()}”不在可写之列：{string.Join("、", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}。");
}
