using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>The form that disposes of comments.</summary>
/// <param name="Seen">The latest decision there was when it was made.</param>
internal sealed record Deciding(string Action, string Title, string? Result, string Reason, Guid Key, Guid? Seen, IReadOnlyList<RefusalItem> Refusals);
