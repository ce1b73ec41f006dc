namespace Renda.Platform.Access;

/// <summary>A people's congress that works here. Its division code leads every key, so data can be spread by congress.</summary>
internal sealed class Congress
{
    /// <summary>GB/T 2260 code, for example 370000.</summary>
    public required int Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Whose rules it works under; differs from the code only for a fictional congress.</summary>
    public required string Jurisdiction { get; set; }

    /// <summary>The unit that does the deputies' office's work (代表工作机构).</summary>
    public required Guid OfficeUnitId { get; set; }
}

/// <summary>Somebody known here, with or without an account.</summary>
internal sealed class Person
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }
}

/// <summary>What a unit belongs to; decides who coordinates its handling.</summary>
internal enum UnitSystem
{
    Congress, Government, Supervision, Court, Procuratorate, Other, Delegation,
}

/// <summary>A body people hold posts in: an office, a handling unit, a delegation.</summary>
internal sealed class Unit
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required UnitSystem System { get; set; }

    /// <summary>The unit that hands matters on to it and consents (省政府办公厅 for its departments); null for the deputies' office itself.</summary>
    public Guid? CoordinatorId { get; set; }

    /// <summary>Suggestions can be handed to it.</summary>
    public bool Handles { get; set; }
}

/// <summary>A person's part in a unit for a time. Rights come from posts, never from accounts.</summary>
internal sealed class Post
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>One of <see cref="Posts"/>.</summary>
    public required string Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while it lasts. Before <see cref="From"/> where the post was revoked on its first day or earlier.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>The kinds of post. Three administrators are three people: none does another's work (三员分立).</summary>
internal static class Posts
{
    public const string Deputy = "deputy";

    /// <summary>Held by those whose mandate ended with the term: what they proposed is finished with them (docs/decisions/0019).</summary>
    public const string FormerDeputy = "former-deputy";
    public const string OfficeClerk = "office-clerk";
    public const string OfficeHead = "office-head";
    public const string Member = "member";
    public const string Chair = "chair";
    public const string Dispatcher = "dispatcher";
    public const string UnitClerk = "unit-clerk";
    public const string UnitHead = "unit-head";
    public const string CommitteeClerk = "committee-clerk";
    public const string CommitteeHead = "committee-head";
    public const string LegalClerk = "legal-clerk";
    public const string LegalHead = "legal-head";
    public const string SecretariatClerk = "secretariat-clerk";
    public const string SecretariatHead = "secretariat-head";
    public const string PersonnelClerk = "personnel-clerk";
    public const string PersonnelHead = "personnel-head";
    public const string PartyClerk = "party-clerk";
    public const string PartyHead = "party-head";
    public const string BranchSecretary = "branch-secretary";
    public const string PressClerk = "press-clerk";
    public const string PressHead = "press-head";
    public const string Staff = "staff";
    public const string SystemAdministrator = "system-administrator";
    public const string SecurityAdministrator = "security-administrator";
    public const string AuditAdministrator = "audit-administrator";

    /// <summary>Titles by kind, in the order they are listed.</summary>
    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Deputy] = "人大代表",
        [FormerDeputy] = "任期届满的代表",
        [Member] = "常委会组成人员",
        [Chair] = "主任会议成员",
        [OfficeClerk] = "代表工作机构经办人",
        [OfficeHead] = "代表工作机构负责人",
        [Dispatcher] = "政府系统交办人",
        [UnitClerk] = "承办单位经办人",
        [UnitHead] = "承办单位负责人",
        [CommitteeClerk] = "专门委员会、工作委员会工作人员",
        [CommitteeHead] = "专门委员会、工作委员会负责人",
        [LegalClerk] = "法制工作机构工作人员",
        [LegalHead] = "法制工作机构负责人",
        [SecretariatClerk] = "办公厅工作人员",
        [SecretariatHead] = "办公厅负责人",
        [PersonnelClerk] = "人事机构工作人员",
        [PersonnelHead] = "人事机构负责人",
        [PartyClerk] = "机关党委工作人员",
        [PartyHead] = "机关党委负责人",
        [BranchSecretary] = "党支部书记",
        [PressClerk] = "新闻宣传机构工作人员",
        [PressHead] = "新闻宣传机构负责人",
        [Staff] = "机关干部职工",
        [SystemAdministrator] = "系统管理员",
        [SecurityAdministrator] = "安全管理员",
        [AuditAdministrator] = "审计管理员",
    };

    public static readonly IReadOnlySet<string> Kinds = Titles.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Posts that answer for a body's work; the others do it.</summary>
    public static readonly IReadOnlyList<string> Heads = [OfficeHead, UnitHead, CommitteeHead, LegalHead, SecretariatHead, PersonnelHead, PartyHead, PressHead];

    /// <summary>Whoever comes through the public pages. Nobody is put into this post; a record under it names nobody.</summary>
    public const string Public = "public";

    /// <summary>The posts a procedure may name.</summary>
    public static readonly IReadOnlySet<string> Named = Kinds.Append(Public).ToHashSet(StringComparer.Ordinal);

    public static readonly IReadOnlyList<string> Office = [OfficeClerk, OfficeHead];

    /// <summary>Posts people hold for themselves: what their unit is asked to do is not theirs.</summary>
    public static readonly IReadOnlyList<string> Personal = [Deputy, FormerDeputy, Member, Chair, Staff, SystemAdministrator, SecurityAdministrator, AuditAdministrator];

    /// <summary>The posts under which a part somebody has in a matter under way is played: who was a deputy when it began goes on with it after the term.</summary>
    public static IReadOnlyCollection<string> GoingOn(IReadOnlyCollection<string> kinds) => kinds.Contains(Deputy) ? [.. kinds, FormerDeputy] : kinds;

    public static readonly IReadOnlyList<string> Administrators = [SystemAdministrator, SecurityAdministrator, AuditAdministrator];
}
