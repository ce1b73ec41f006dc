using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

public enum Screen
{
    Desk,
    Phone,
}

/// <summary>What a person does at a page: opens, types, chooses, presses, sees. Fields go by their labels.</summary>
public sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public ILocator Main => page.Locator("main");

    public ILocator Notice => page.Locator(".notice");

    public ILocator Timeline => page.Locator(".timeline");

    public static ViewportSize Size(Screen screen) => screen == Screen.Desk ? new() { Width = 1280, Height = 800 } : new() { Width = 390, Height = 844 };

    public async Task<int> OpenAsync(string path) => (await page.GotoAsync(path))!.Status;

    public Task<int> OpenAsync(Guid suggestion) => OpenAsync($"/suggestions/{suggestion}");

    public Task TypeAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>Chooses from a list, or among buttons where the choices are few.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        var group = Main.GetByRole(AriaRole.Radiogroup, new() { Name = label });
        if (await Field(label).And(page.Locator("[list]")).CountAsync() > 0)
        {
            await Field(label).FillAsync(option);
        }
        else if (await Field(label).Or(group).EvaluateAsync<bool>("e => e.tagName === 'SELECT'"))
        {
            await Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });
        }
        else
        {
            await group.GetByLabel(option, new() { Exact = true }).CheckAsync();
        }
    }

    public Task TickAsync(string label) => Field(label).CheckAsync();

    // A section may carry a label that contains a field's; so may the buttons of a group.
    private ILocator Field(string label) => Main.GetByLabel(label).And(page.Locator("input:not([type=radio]), select, textarea"));

    /// <summary>Attaches a small text file.</summary>
    public Task AttachAsync(string label, string name, string text) =>
        Field(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });

    /// <summary>Presses the button of a form.</summary>
    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows a link, such as the way to an act.</summary>
    public Task FollowAsync(string link) => Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public Task SeesAsync(string text, bool hidden = false) =>
        hidden ? Assertions.Expect(page.Locator("body")).ToContainTextAsync(text) : Assertions.Expect(Main).ToContainTextAsync(text, new() { UseInnerText = true });

    public Task DoesNotSeeAsync(string text) => Assertions.Expect(Main).Not.ToContainTextAsync(text);

    /// <summary>The sentence after an act.</summary>
    public Task IsToldAsync(string text) => Assertions.Expect(Notice).ToContainTextAsync(text);

    /// <summary>The page is no wider than the screen.</summary>
    public async Task FitsAsync()
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var room = await page.EvaluateAsync<int>("innerWidth");
        Assert.True(wide <= room, $"{page.Url} is {wide} px wide on a screen of {room} px.");
    }

    /// <summary>All there is to press or fill in is large enough for a finger. A box is pressed with its label; a link within a text is as high as its line.</summary>
    public async Task SuitsFingersAsync()
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("main :is(button, .button, input, select, textarea, .act, .title a, .hits a), .mast :is(button, summary, input)")]
              .map(e => e.matches("[type=checkbox], [type=radio]") ? e.closest("label") ?? e : e)
              .filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 1)
              .filter(e => e.getBoundingClientRect().height < 43.5)
              .map(e => `${e.localName} ${(e.innerText || e.name || "").slice(0, 20)} ${Math.round(e.getBoundingClientRect().height)} px`)
            """);
        Assert.True(small.Length == 0, $"{page.Url}: {string.Join("; ", small)}");
    }

    /// <summary>Where the keyboard is.</summary>
    public static Task IsAtAsync(ILocator place) => Assertions.Expect(place).ToBeFocusedAsync();

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
