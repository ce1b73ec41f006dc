using Microsoft.AspNetCore.Mvc;
using Renda.Modules.Contact.Letters;
using Renda.Platform.Access;
using Renda.Platform.Public;

namespace Renda.Modules.Contact.Public;

/// <summary>What became of a letter.</summary>
[Public("whoever wrote has no account, only a receipt code")]
[IgnoreAntiforgeryToken] // It only reads, and needs no cookie.
internal sealed class ReceiptsModel(Receipts receipts, AddressLimits limits) : ReceiptPage<Receipt>
{
    protected override bool LetsLookUp() => limits.LetsLookUp(HttpContext);

    protected override Task<Receipt?> FindAsync(string? code) => receipts.FindAsync(code);
}
