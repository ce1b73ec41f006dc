using Renda.Platform.Access;

namespace Renda.Platform.Web;

/// <summary>A link a module puts into the header, shown to those who hold its permission.</summary>
internal sealed record NavLink(string Title, string Href, string Permission);

/// <summary>The header of whoever is signed in.</summary>
internal sealed class SiteNavigation(CurrentActor current, IEnumerable<NavLink> links, IEnumerable<Permission> permissions) : INavigation
{
    public IReadOnlyList<NavItem> For(HttpContext http) => current.Known is not { } actor ? [] :
    [
        .. from link in links
           where permissions.Single(p => p.Id == link.Permission).LetsIn(actor)
           select new NavItem(link.Title, link.Href, link.Href == "/" ? http.Request.Path == "/" : http.Request.Path.StartsWithSegments(link.Href)),
    ];

    public Viewer? Viewer(HttpContext http) => current.Known is { } actor
        ? new Viewer(actor.Name, actor.Posts.Count == 0 ? "现在没有职务" : Posts.Titles[actor.Posts[0].Kind], actor.CongressName)
        : null;
}
