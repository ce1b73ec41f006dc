namespace Renda.Platform.Web;

/// <summary>Pages a module has for the matters of its procedure in place of the common ones.</summary>
/// <param name="Path">Where its list is; a matter's page lies below.</param>
/// <param name="Begins">The steps by which a matter is begun there, each with its page.</param>
internal sealed record OwnPages(string Procedure, string Path, IReadOnlyDictionary<string, string> Begins);

/// <summary>Where the pages of a matter are.</summary>
internal sealed class Addresses(IEnumerable<OwnPages> owned)
{
    public const string Common = "/matters";

    /// <param name="procedure">The procedure of the whole, not that of parallel work below it.</param>
    public string Matter(string procedure, Guid id) => $"{Own(procedure)?.Path ?? Common}/{id}";

    public string Act(string procedure, Guid id, string step) => $"{Matter(procedure, id)}/{step}";

    public string List(string procedure) => Own(procedure)?.Path ?? $"{Common}/of/{procedure}";

    /// <summary>Null where the module has no page to begin with this step.</summary>
    public string? Begin(string procedure, string step) =>
        Own(procedure) is { } own ? own.Begins.GetValueOrDefault(step) : $"{Common}/new/{procedure}/{step}";

    /// <summary>Whether a module shows the matters of this procedure on pages of its own.</summary>
    public bool IsOwned(string procedure) => Own(procedure) is not null;

    private OwnPages? Own(string procedure) => owned.FirstOrDefault(o => o.Procedure == procedure);
}
