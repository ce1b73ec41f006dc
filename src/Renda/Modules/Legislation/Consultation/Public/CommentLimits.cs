using Renda.Platform.Public;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>How many comments one network address may send, and how many receipts it may look up.</summary>
internal sealed class CommentLimits(ConsultationSettings settings) : IDisposable
{
    private readonly HourlyLimit comments = new(settings.PerAddress);
    private readonly HourlyLimit lookups = new(settings.Lookups);

    public bool LetsWrite(HttpContext http) => comments.Lets(http);

    public bool LetsLookUp(HttpContext http) => lookups.Lets(http);

    public void Dispose()
    {
        comments.Dispose();
        lookups.Dispose();
    }
}
