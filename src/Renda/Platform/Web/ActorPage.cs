using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Platform.Access;

namespace Renda.Platform.Web;

/// <summary>A page of somebody signed in.</summary>
internal abstract class ActorPage : PageModel
{
    public Actor Actor { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed); // Without a handler the page would be drawn with nothing on it.
            return;
        }

        Actor = await HttpContext.RequestServices.GetRequiredService<CurrentActor>().GetAsync(User);
        await next();
    }

    protected void Notice(string sentence) => TempData["Notice"] = sentence;
}
