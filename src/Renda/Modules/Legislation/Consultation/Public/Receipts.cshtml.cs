using Microsoft.AspNetCore.Mvc;
using Renda.Platform.Access;
using Renda.Platform.Public;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>What became of a comment.</summary>
[Public("whoever commented has no account, only a receipt code")]
[IgnoreAntiforgeryToken] // It only reads, and needs no cookie.
internal sealed class ReceiptsModel(CommentReceipts receipts, CommentLimits limits) : ReceiptPage<CommentReceipt>
{
    protected override bool LetsLookUp() => limits.LetsLookUp(HttpContext);

    protected override Task<CommentReceipt?> FindAsync(string? code) => receipts.FindAsync(code);
}
