using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Renda.Database;
using Renda.Platform.Setup;

namespace Renda.Platform.Web;

/// <summary>The answer while no database is there: a page made without one. What was typed stands in it and is sent again by one button, under
/// the same key, so that what was carried out after all is not done twice.</summary>
internal static class Switching
{
    private const int Again = 5;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when (Lost.Is(e) && !http.Response.HasStarted && !(ReadOnlyMode.Is(e) && http.RequestServices.GetRequiredService<ReadOnlyMode>().On))
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Switching))
                .LogWarning("The database did not answer {Method} {Path}: {Message}", http.Request.Method, http.Request.Path, e.GetBaseException().Message);
            http.Response.Headers.RetryAfter = $"{Again}";
            if (Problems.Wanted(http.Request.Path))
            {
                await Problems.Answer(StatusCodes.Status503ServiceUnavailable, Lost.Sentence, "请过几秒钟用同一个 key 重发同一请求；已经办成的不会办两次。").ExecuteAsync(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Page(http.Request, await TypedAsync(http.Request)), http.RequestAborted);
        }
    }

    // Null where it cannot be read any more.
    private static async Task<IFormCollection?> TypedAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static string Page(HttpRequest request, IFormCollection? typed)
    {
        var secret = typed?.Keys.Any(k => k.Contains("password", StringComparison.OrdinalIgnoreCase)) == true;
        var (says, form) = typed is null || secret
            ? (HttpMethods.IsGet(request.Method) ? "这一页过几秒钟会自己重新打开。" : "请过几秒钟返回上一页，重新填写后提交。", "")
            : ($"刚才填写的内容没有丢，过几秒钟按“再次提交”即可。{(typed.ContainsKey("key") ? "已经办成的不会办两次。" : "")}", Form(request, typed));
        return $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              {(HttpMethods.IsGet(request.Method) ? $"<meta http-equiv=\"refresh\" content=\"{Again}\">" : "")}
              <title>数据库正在切换 · 人大</title>
              <link rel="stylesheet" href="/renda.css">
            </head>
            <body>
              <header class="mast"><div class="mast-row"><a class="brand" href="/"><b>人大</b></a></div></header>
              <main id="main" class="narrow"><section class="card"><h1>{Lost.Sentence}</h1><p>{says}</p>{form}</section></main>
            </body>
            </html>
            """;
    }

    private static string Form(HttpRequest request, IFormCollection typed)
    {
        var form = new StringBuilder($"<form method=\"post\" action=\"{Html.Encode(request.PathBase + request.Path + request.QueryString)}\"{(typed.Files.Count > 0 ? " enctype=\"multipart/form-data\"" : "")}>");
        foreach (var (name, values) in typed)
        {
            foreach (var value in values)
            {
                form.Append($"<input type=\"hidden\" name=\"{Html.Encode(name)}\" value=\"{Html.Encode(value ?? "")}\">");
            }
        }

        foreach (var field in typed.Files.Where(f => f.Length > 0).GroupBy(f => f.Name, StringComparer.Ordinal))
        {
            // A browser gives files back to nobody: they are chosen again, and not forgotten.
            form.Append($"<p class=\"field\"><label>附件要重新选择（刚才选的是 {Html.Encode(string.Join("、", field.Select(f => f.FileName)))}）<br><input type=\"file\" name=\"{Html.Encode(field.Key)}\" multiple required></label></p>");
        }

        return form.Append("<p class=\"actions\"><button class=\"button button-primary\" type=\"submit\">再次提交</button></p></form>").ToString();
    }
}
