using Microsoft.AspNetCore.Http.Features;

namespace Renda.Platform.Web;

/// <summary>A request that is too large is answered and then read to its end, unkept: whoever is cut off while still sending sees
/// a broken connection and not the sentence that says why.</summary>
internal static class HeardOut
{
    public static async Task ReadOnAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength is { } length && length > limit?.MaxRequestBodySize && length <= 2 * WebSetup.LargestRequest && !limit.IsReadOnly)
        {
            await http.Response.CompleteAsync();
            limit.MaxRequestBodySize = length;
            try
            {
                await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // They went away.
            }
        }
    }
}
