namespace Renda.Platform.Setup;

/// <summary>An account anybody may sign in with.</summary>
/// <param name="Group">What those beside it do.</param>
internal sealed record OfferedAccount(string Group, string UserName, string Role, string About, string Password);

/// <summary>Offers accounts on the sign-in page: the demo office does, a real office has none to offer.</summary>
internal interface IOfferAccounts
{
    Task<IReadOnlyList<OfferedAccount>> FindAsync();
}
