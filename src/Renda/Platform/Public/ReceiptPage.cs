using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Platform.Web;

namespace Renda.Platform.Public;

/// <summary>What became of something the public sent, for whoever holds its receipt code. The code is sent, not linked: it stands in no address and no log.</summary>
/// <typeparam name="T">What is found.</typeparam>
internal abstract class ReceiptPage<T> : PageModel
    where T : class
{
    public string? Code { get; private set; }

    public T? Found { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    /// <summary>Whether this address may look another one up.</summary>
    protected abstract bool LetsLookUp();

    protected abstract Task<T?> FindAsync(string? code);

    public async Task OnPostAsync(string? code)
    {
        Code = code;
        if (!LetsLookUp())
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Refusals = [new RefusalItem("从您这个网络地址查询得太多。", "code", null, "请过一会儿再查。")];
            return;
        }

        // One answer to whatever is no code: it tells nobody how a code looks, or how near one came.
        Found = await FindAsync(code);
        Refusals = Found is null ? [new RefusalItem("没有查到这个回执码。", "code", null, "请核对是否抄错；回执码在提交成功的页面上显示过一次。")] : [];
    }
}
