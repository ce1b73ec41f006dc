using Renda.Database;
using Renda.Platform.Setup;

namespace Renda.Modules.Demo;

/// <summary>The demo accounts, while the demo office is in use.</summary>
internal sealed class DemoAccountsOffer(RendaDb db) : IOfferAccounts
{
    public async Task<IReadOnlyList<OfferedAccount>> FindAsync() => await DemoOffice.IsInUseAsync(db)
        ? [.. DemoAccounts.All.Select(a => new OfferedAccount(a.Group, a.UserName, a.Role, a.About, DemoAccounts.Password))]
        : [];
}
