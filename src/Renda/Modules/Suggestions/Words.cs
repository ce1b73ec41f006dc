using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>The module's words for what the rules name by id.</summary>
internal static class Words
{
    /// <summary>How a stage is marked: waiting, warning, done.</summary>
    public static string Tone(string stage) => stage switch
    {
        "closed" => "done",
        "as-letter" or "declined" or "divided" or "withdrawn" or "draft" => "muted",
        "rehandling" or "dissatisfied" or "extension-asked" or "revising" or "return-asked" => "warn",
        _ => "open",
    };

    /// <summary>The stages in which a suggestion is not finished.</summary>
    public static IReadOnlyList<string> Unfinished(Procedure procedure) => [.. procedure.Stages.Where(s => !s.End).Select(s => s.Id)];

    /// <summary>The subjects a suggestion can have, from the procedure itself.</summary>
    public static IReadOnlyDictionary<string, string> Subjects(Procedure procedure) =>
        procedure.Steps.TryGetValue("file", out var file) && file.Asks.FirstOrDefault(f => f.Id == "subject") is { } field
            ? field.Choices
            : new Dictionary<string, string>();

    public static string? Subject(Procedure procedure, string? subject) =>
        subject is null ? null : Subjects(procedure).GetValueOrDefault(subject, subject);
}
