using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Setup;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>What went wrong, in one sentence, and what to do. Stands in for whatever was asked, so it takes any method.</summary>
[Public("errors are told to everybody")]
[IgnoreAntiforgeryToken]
internal sealed class StatusPage : PageModel
{
    // What a code alone does not tell apart.
    private const int RequestTooLarge = -413;
    private const int FilterUnread = -400;

    private static readonly Dictionary<int, (string Title, string Remedy)> Known = new()
    {
        [400] = ("这次提交没有被接受。", "页面可能打开得太久了。请返回上一页刷新，核对填写的内容后重新提交。"),
        [403] = ("您现在的职务不能打开这一页。", "确因工作需要的，请联系安全管理员设置职务；也可以退出后换一个账号登录。"),
        [404] = ("没有这一页，或者它不对您开放。", "请检查网址，或者从首页、搜索进入。"),
        [RequestTooLarge] = ("一次提交的内容太多。", "这一页一次提交的内容不能超过 1 MB。请删减后重新提交。"),
        [FilterUnread] = ("网址里的条件看不懂。", "请检查网址里的编号、年份等条件，或者从列表页重新筛选。"),
        [413] = ("上传的文件太大。", "一次上传合计不超过 300 MB，单个文件不超过 50 MB。请压缩或者拆分后重新上传。"),
        [429] = ("登录得太频繁。", "同一个网络地址一分钟内登录的次数有限，请一分钟后再试。"),
        [500] = ("程序出了差错，这次操作没有执行。", "请稍后再试；再次出现的，请把时间和正在办理的事项告诉系统管理员。"),
        [503] = (Busy.Sentence, "请过几分钟再试；正在导入台账的，等它完成。"),
    };

    private int said;

    private bool readOnly;

    public int Code { get; private set; }

    public string Title => readOnly ? ReadOnlyMode.Sentence : Known[said].Title;

    public string Remedy => readOnly ? ReadOnlyMode.Remedy : Known[said].Remedy;

    // The path in whose place this page stands.
    private PathString Asked => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? Request.Path;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var asked = int.TryParse(RouteData.Values["code"] as string, out var code) ? code : 404;
        var thrown = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var limit = HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Code = Request.ContentLength > limit ? 413 : Busy.Is(error) || ReadOnlyMode.Is(error) ? 503 : thrown?.StatusCode ?? asked;
        readOnly = Code == 503 && !Busy.Is(error) && HttpContext.RequestServices.GetRequiredService<ReadOnlyMode>().On;
        if (Problems.Wanted(Asked))
        {
            context.Result = Answer(readOnly ? Problems.Of(Code, Title, Remedy) : Problems.Of(Code));
            return;
        }

        Code = Known.ContainsKey(Code) ? Code : Code >= 500 ? 500 : Code == 401 ? 403 : Code is 405 or < 400 ? 404 : 400;
        Response.StatusCode = Code;
        said = Code == 413 && limit == WebSetup.UsualRequest ? RequestTooLarge : Code == 400 && HttpMethods.IsGet(Request.Method) ? FilterUnread : Code;
    }

    private static ContentResult Answer(Problem problem) =>
        new() { StatusCode = problem.Status, ContentType = Problems.MediaType, Content = JsonSerializer.Serialize(problem, Problems.Json) };
}
