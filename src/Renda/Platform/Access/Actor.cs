namespace Renda.Platform.Access;

/// <summary>Somebody acting now: the person and the posts held today.</summary>
internal sealed record Actor(int Congress, string CongressName, string Jurisdiction, Guid PersonId, string Name, IReadOnlyList<HeldPost> Posts)
{
    public bool Has(IEnumerable<string> kinds) => Posts.Any(p => kinds.Contains(p.Kind));

    public bool Has(string kind) => Posts.Any(p => p.Kind == kind);

    /// <summary>Sees every matter of the congress that is not private.</summary>
    public bool SeesAll => Has(Access.Posts.Office);

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
