using Renda.Platform.Public;

namespace Renda.Modules.Contact.Letters;

/// <summary>How many letters one network address may send, and how many receipts it may look up.</summary>
internal sealed class AddressLimits(ContactSettings settings) : IDisposable
{
    private readonly HourlyLimit letters = new(settings.PerAddress);
    private readonly HourlyLimit lookups = new(settings.Lookups);

    public bool LetsWrite(HttpContext http) => letters.Lets(http);

    public bool LetsLookUp(HttpContext http) => lookups.Lets(http);

    public void Dispose()
    {
        letters.Dispose();
        lookups.Dispose();
    }
}
