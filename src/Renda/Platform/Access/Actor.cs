namespace Renda.Platform.Access;

/// <summary>Somebody acting now: the person and the posts held today.</summary>
internal sealed record Actor(int Congress, string CongressName, string Jurisdiction, Guid PersonId, string Name, IReadOnlyList<HeldPost> Posts, Oversight Oversight)
{
    public bool Has(IEnumerable<string> kinds) => Posts.Any(p => kinds.Contains(p.Kind));

    public bool Has(string kind) => Posts.Any(p => p.Kind == kind);

    /// <summary>Sees every matter of the procedure that is not private.</summary>
    public bool Oversees(string procedure) => Oversight.Whole.ContainsKey(procedure);

    /// <summary>The procedures this person oversees, those of their children included.</summary>
    public IEnumerable<string> Overseen => Oversight.Whole.Keys;

    /// <summary>Oversees the procedure, and no act on its matters is hidden from this person.</summary>
    public bool SeesThrough(string procedure) => Oversight.Whole.GetValueOrDefault(procedure);

    /// <summary>What this person is a party as: the person and those units.</summary>
    public IReadOnlyList<Guid> Viewers => [PersonId, .. Units];

    /// <summary>The units whose matters are this person's work.</summary>
    public IReadOnlyList<Guid> Units => [.. Posts.Where(p => !Access.Posts.Personal.Contains(p.Kind)).Select(p => p.UnitId).Distinct()];
}

/// <summary>A post held today.</summary>
internal sealed record HeldPost(Guid Id, string Kind, Guid UnitId, string Unit)
{
    public string Title => $"{Unit} · {Posts.Titles[Kind]}";
}
