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
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed); // It would be drawn with nothing looked up.
            return;
        }

        Actor = await HttpContext.RequestServices.GetRequiredService<CurrentActor>().GetAsync(User);
        await next();
    }

    protected void Notice(string sentence) => TempData["Notice"] = sentence;
}
