using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Matters;

/// <summary>The proof that a record stands under a seal, for whoever may see the record.</summary>
[Needs(CommonPermissions.InPost)]
internal sealed class ReceiptModel(RendaDb db, RuleShelf rules, Addresses addresses, Receipts receipts) : ActorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, int sequence)
    {
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } view || view.Family.Of(id) is not { } member
            || member.Records.Find(r => r.Sequence == sequence) is not { } record || !view.Sees(member, record))
        {
            return NotFound();
        }

        if (await receipts.OfAsync(record) is not { } receipt)
        {
            Notice("这条记录刚刚办理，还没有封存。新的记录隔几分钟封存一次，请稍后再取。");
            return Redirect(addresses.Matter(view.Root.Matter.Procedure, view.Root.Matter.Id));
        }

        return File(SealJson.Write(receipt), "application/json", $"receipt-{id:N}-{sequence}.json");
    }
}
