using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Platform.Access;

namespace Renda.Modules.Contact.Public;

/// <summary>The QR code of a deputy's page, to be printed and put up.</summary>
[Public("people write to their deputies without an account")]
internal sealed class PosterModel(PublicDeputies deputies, ContactSettings settings) : PageModel
{
    public Congress Congress { get; private set; } = null!;

    public Seat Seat { get; private set; } = null!;

    public string Address => settings.Absolute(Request, Path(Seat.Person));

    public async Task<IActionResult> OnGetAsync(Guid person)
    {
        if (await deputies.FindAsync(person) is not { } found)
        {
            return NotFound();
        }

        (Congress, Seat) = found;
        return Page();
    }

    public static string Path(Guid person) => $"/public/deputies/{person}";

    /// <summary>The code alone.</summary>
    public static async Task<IResult> CodeAsync(Guid person, HttpContext http, PublicDeputies deputies, ContactSettings settings) =>
        await deputies.FindAsync(person) is { } found
            ? Results.Text(Qr.Svg(settings.Absolute(http.Request, Path(person)), $"{found.Seat.Name}代表公开网页的二维码"), "image/svg+xml")
            : Results.NotFound();
}
