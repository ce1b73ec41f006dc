using Microsoft.Playwright;

namespace Renda.Browser.Tests;

/// <summary>The browser the machine has: the one RENDA_TEST_BROWSER names, or Debian's.</summary>
internal static class Chromium
{
    private static readonly string[] Quietly =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    public static string Wanted => Environment.GetEnvironmentVariable("RENDA_TEST_BROWSER") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public static string? Path => File.Exists(Wanted) ? Wanted : null;

    public static Task<IBrowser> StartAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quietly });
}
