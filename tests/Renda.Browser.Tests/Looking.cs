using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>Every kind of page, light and dark, at a desk and on a phone: nothing axe objects to, nothing wider than the screen.</summary>
internal static class Looking
{
    // What another width or another scheme can spoil; the rest of a page is the same in both.
    private static readonly string[] Seen = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "aria-hidden-focus"];

    private static readonly Lazy<string> Axe = new(() =>
    {
        using var script = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        return new StreamReader(script).ReadToEnd();
    });

    public static async Task LookAsync(this Site site, string? account, params string[] paths)
    {
        await using var visitor = await site.VisitAsync(account);
        var faults = "";
        foreach (var (at, path) in paths.Index())
        {
            await visitor.OpenAsync(path);
            faults += await FaultsAsync(visitor, dark: at % 2 == 1);
        }

        Assert.True(faults.Length == 0, faults);
    }

    /// <summary>All of it at a desk, what the eye sees once more on a phone in the other scheme. Pages take turns, so that what all have in common is seen both ways in both.</summary>
    public static async Task<string> FaultsAsync(Visitor visitor, bool dark = false)
    {
        await visitor.Page.EvaluateAsync(Axe.Value);
        return await FaultsAsync(visitor, Screen.Desk, dark, []) + await FaultsAsync(visitor, Screen.Phone, !dark, Seen);
    }

    private static async Task<string> FaultsAsync(Visitor visitor, Screen screen, bool dark, string[] only)
    {
        var size = Visitor.Size(screen);
        await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        var wide = await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth") ? ["wider than the screen"] : Array.Empty<string>();
        var found = await visitor.Page.EvaluateAsync<string[]>(
            """
            async only => (await axe.run({...(only.length ? {runOnly: only} : {}), resultTypes: ["violations"], iframes: false}))
              .violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`)
            """,
            only);
        return string.Concat(wide.Concat(found).Select(f => $"\n{visitor.Page.Url} ({screen}, {(dark ? "dark" : "light")}): {f}"));
    }
}
