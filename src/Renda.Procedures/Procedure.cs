namespace Renda.Procedures;

/// <summary>One kind of work as the law lays it out: stages, the steps between them, who takes them and by when.</summary>
/// <remarks>Immutable. A running matter keeps the <see cref="Version"/> it began under.</remarks>
public sealed record Procedure
{
    /// <summary>The procedure's name in files, for example <c>suggestion</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>GB/T 2260 code, or <c>CN</c> for the national default.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The first day this text applies.</summary>
    public required DateOnly InForce { get; init; }

    /// <summary>The statute its articles are cited from.</summary>
    public required string Law { get; init; }

    /// <summary>SHA-256 (lower-case hex) over the source texts this version was read from.</summary>
    public required string Version { get; init; }

    /// <summary>The files this version was read from, base first.</summary>
    public required IReadOnlyList<RuleFile> Sources { get; init; }

    /// <summary>A remark for readers; or null.</summary>
    public string? Note { get; init; }

    /// <summary>Says that a newer text exists which is not on file; or null.</summary>
    public string? Newer { get; init; }

    /// <summary>Where people look for it, one of <see cref="Groups"/>.</summary>
    public required string Group { get; init; }

    /// <summary>Posts whose holders see every matter and need not act.</summary>
    public IReadOnlyList<string> SeenBy { get; init; } = [];

    /// <summary>The article by which lower levels follow this text, or null if none says so.</summary>
    public Basis? Below { get; init; }

    /// <summary>Lower levels may follow this text (可以参照) and need not.</summary>
    public bool BelowOptional { get; init; }

    /// <summary>Who takes part.</summary>
    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    /// <summary>The stages in the order they are drawn; the first is where a matter begins.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>The acts, by id.</summary>
    public required IReadOnlyDictionary<string, Step> Steps { get; init; }

    /// <summary>The time limits whose clocks run on a matter of this procedure.</summary>
    public required IReadOnlyDictionary<string, TimeLimit> Limits { get; init; }

    /// <summary>The parts a child can have (主办, 协办), by id; empty for a procedure that is not a child.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>For a child: the part of whom it is opened for, in the child and in the whole; or null.</summary>
    public string? Party { get; init; }

    /// <summary>Procedures of the parallel work this one opens, by id.</summary>
    public IReadOnlyDictionary<string, Procedure> Children { get; init; } = new Dictionary<string, Procedure>();

    /// <summary>This procedure and those of the parallel work it opens.</summary>
    public IEnumerable<Procedure> Whole() => Children.Values.Prepend(this);

    /// <summary>The stage with this id. Unknown ids are a defect of the caller.</summary>
    public Stage Stage(string id)
    {
        for (var i = 0; i < Stages.Count; i++)
        {
            if (Stages[i].Id == id)
            {
                return Stages[i];
            }
        }

        throw new InvalidOperationException($"{Id} has no stage {id}.");
    }

    /// <summary>Posts whose holders see every matter: those that act anywhere, and those that look on.</summary>
    public IReadOnlySet<string> Overseers => Roles.Values.Where(r => r.Party is null).SelectMany(r => r.Posts).Concat(SeenBy).ToHashSet();

    /// <summary>Whether some act, here or in parallel work, is hidden from whoever plays no other roles than these.</summary>
    public bool Hides(IReadOnlySet<string> roles) =>
        Children.Values.Append(this).SelectMany(p => p.Steps.Values).Any(s => s.HiddenFrom.Count > 0 && roles.All(s.HiddenFrom.Contains));

    /// <summary>The group of a file that names none.</summary>
    public const string Elsewhere = "other";

    /// <summary>The groups there are with their titles, as an office orders its work.</summary>
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["deputies"] = "代表工作",
        ["legislation"] = "立法工作",
        ["oversight"] = "监督工作",
        ["powers"] = "决定和任免",
        ["meetings"] = "会议",
        ["plan"] = "工作部署",
        ["organisation"] = "机关建设",
        ["office"] = "公文和宣传",
        [Elsewhere] = "其他工作",
    };

    /// <summary>Every condition of a step's needs and destinations, and what they are made of.</summary>
    public IEnumerable<Condition> Conditions() =>
        Steps.Values.SelectMany(s => s.Conditions());

    /// <summary>The conditions its limits start under, and what they are made of.</summary>
    internal IEnumerable<Condition> LimitConditions() =>
        Limits.Values.Select(l => l.When).OfType<Condition>().SelectMany(Condition.Parts);

    /// <summary>The steps somebody can take on this procedure or on one of its children: what comes along with a step of the whole,
    /// nobody takes by itself.</summary>
    /// <param name="stage">Where the part stands; null before its first step.</param>
    internal IEnumerable<Step> Open(Procedure part, string? stage) => part.Steps.Values.Where(s =>
        stage is null ? s.Begins : s.From.Contains(stage) && !Steps.Values.Any(x => x.Carries.Any(c => c.Child == part.Id && c.Step == s.Id)));

    /// <summary>The steps that wait until a minimum or an anniversary is complete.</summary>
    public IEnumerable<Step> WaitingFor(string limit) => Steps.Values.Where(s =>
        s.Needs.SelectMany(n => Condition.Parts(n.Condition)).Any(c => c is Condition.Complete complete && complete.Limit == limit));

    /// <summary>Procedures whose matters a step asks about when they name this one.</summary>
    public IReadOnlyList<string> Linking => [.. Conditions().OfType<Condition.LinkedIn>().Select(l => l.Procedure).Distinct()];

    /// <summary>Steps a step asks about over all matters of the procedure.</summary>
    public IReadOnlyList<string> Tallied => [.. Conditions().OfType<Condition.TallyWithin>().Select(t => t.Step).Distinct()];

    /// <summary>Every limit of this procedure and of its children.</summary>
    public IEnumerable<TimeLimit> AllLimits() => Limits.Values.Concat(Children.Values.SelectMany(c => c.AllLimits()));
}
