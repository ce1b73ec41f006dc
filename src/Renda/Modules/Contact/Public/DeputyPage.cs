namespace Renda.Modules.Contact.Public;

/// <summary>A deputy's public page that is switched on: by the deputy or, asked to, by the deputies' office.</summary>
internal sealed class DeputyPage
{
    public required int Congress { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime Since { get; init; }
}
