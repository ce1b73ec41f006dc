using Renda.Platform.Access;
using Renda.Platform.Notices;

namespace Renda.Platform.Web;

/// <summary>A link a module puts into the header, shown to those who hold its permission.</summary>
internal sealed record NavLink(string Title, string Href, string Permission)
{
    /// <summary>Stands in the menu of the person's own account instead.</summary>
    public bool Own { get; init; }
}

/// <summary>A link for visitors who are not signed in: what the office shows to everybody.</summary>
internal sealed record PublicLink(string Title, string Href);

/// <summary>The header: of whoever is signed in what the posts allow, of a visitor what is public.</summary>
internal sealed class SiteNavigation(CurrentActor current, NoticeBox box, IEnumerable<NavLink> links, IEnumerable<PublicLink> open, IEnumerable<Permission> permissions) : INavigation
{
    public IReadOnlyList<NavItem> For(HttpContext http) => current.Known is null ? Open(http) : Of(http, own: false);

    public IReadOnlyList<NavItem> Own(HttpContext http) => Of(http, own: true);

    public Viewer? Viewer(HttpContext http) => current.Known is { } actor
        ? new Viewer(actor.Name, actor.Posts.Count == 0 ? "现在没有职务" : Posts.Titles[actor.Posts[0].Kind], actor.CongressName)
        : null;

    public Task<int> UnreadAsync(HttpContext http) => current.Known is { } actor ? box.UnreadAsync(actor) : Task.FromResult(0);

    private IReadOnlyList<NavItem> Open(HttpContext http)
    {
        // Some lie below others: the nearest is where the visitor is.
        var here = open.Where(l => http.Request.Path.StartsWithSegments(l.Href)).MaxBy(l => l.Href.Length);
        return [.. open.Select(l => new NavItem(l.Title, l.Href, l == here))];
    }

    private IReadOnlyList<NavItem> Of(HttpContext http, bool own) => current.Known is not { } actor ? [] :
    [
        .. from link in links
           where link.Own == own && permissions.Single(p => p.Id == link.Permission).LetsIn(actor)
           select new NavItem(link.Title, link.Href, link.Href == "/" ? http.Request.Path == "/" : http.Request.Path.StartsWithSegments(link.Href)),
    ];
}
