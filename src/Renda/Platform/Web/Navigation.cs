namespace Renda.Platform.Web;

/// <summary>One link in the header.</summary>
internal sealed record NavItem(string Title, string Href, bool Current);

/// <summary>Who is looking at the page, and from which post.</summary>
internal sealed record Viewer(string Name, string Post, string Congress);

/// <summary>Fills the header. The layout works without one: it then shows a visitor who is signed out.</summary>
internal interface INavigation
{
    IReadOnlyList<NavItem> For(HttpContext http);

    /// <summary>Links in the menu of the account.</summary>
    IReadOnlyList<NavItem> Own(HttpContext http) => [];

    Viewer? Viewer(HttpContext http);

    /// <summary>How many notices the viewer has not read.</summary>
    Task<int> UnreadAsync(HttpContext http) => Task.FromResult(0);
}
