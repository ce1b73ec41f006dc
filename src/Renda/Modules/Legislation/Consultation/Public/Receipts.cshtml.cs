using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>What became of a comment, for whoever holds its receipt code. The code is sent, not linked: it stands in no address and no log.</summary>
[Public("whoever commented has no account, only a receipt code")]
[IgnoreAntiforgeryToken] // It only reads, and needs no cookie.
internal sealed class ReceiptsModel(CommentReceipts receipts, CommentLimits limits) : PageModel
{
    public string? Code { get; private set; }

    public CommentReceipt? Found { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task OnPostAsync(string? code)
    {
        Code = code;
        if (!limits.LetsLookUp(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Refusals = [new RefusalItem("从您这个网络地址查询得太多。", "code", null, "请过一会儿再查。")];
            return;
        }

        // One answer to whatever is no code: it tells nobody how a code looks, or how near one came.
        Found = await receipts.FindAsync(code);
        Refusals = Found is null ? [new RefusalItem("没有查到这个回执码。", "code", null, "请核对是否抄错；回执码在提交成功的页面上显示过一次。")] : [];
    }
}
