using System.Text.Json;
using Renda.Procedures;

namespace Renda.Modules.Api;

/// <summary>A procedure as its file lays it out.</summary>
/// <param name="Version">SHA-256 over the text.</param>
/// <param name="Newer">A newer text exists that is not on file.</param>
/// <param name="Starts">The steps the caller may begin a matter with.</param>
internal sealed record ProcedureAnswer(
    string Id, string Title, string Group, string Jurisdiction, string Law, DateOnly InForce, string Version, string? Newer, string? Note,
    IReadOnlyList<string> Starts, IReadOnlyList<StageAnswer> Stages, IReadOnlyList<StepAnswer> Steps, IReadOnlyList<LimitAnswer> Limits, IReadOnlyList<ChildAnswer> Children)
{
    public static ProcedureAnswer Of(Procedure p, IReadOnlyList<string> starts) => new(
        p.Id, p.Title, p.Group, p.Jurisdiction, p.Law, p.InForce, p.Version, p.Newer, p.Note, starts,
        StageAnswer.Of(p), StepAnswer.Of(p), LimitAnswer.Of(p), [.. p.Children.Values.Select(ChildAnswer.Of)]);
}

/// <summary>Parallel work a procedure opens.</summary>
/// <param name="Parts">The parts it can have, with their titles.</param>
internal sealed record ChildAnswer(
    string Id, string Title, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<StageAnswer> Stages, IReadOnlyList<StepAnswer> Steps, IReadOnlyList<LimitAnswer> Limits)
{
    public static ChildAnswer Of(Procedure p) => new(p.Id, p.Title, p.Parts, StageAnswer.Of(p), StepAnswer.Of(p), LimitAnswer.Of(p));
}

/// <summary>A stage a matter rests in.</summary>
internal sealed record StageAnswer(string Id, string Title, bool End)
{
    public static IReadOnlyList<StageAnswer> Of(Procedure p) => [.. p.Stages.Select(s => new StageAnswer(s.Id, s.Title, s.End))];
}

/// <summary>The article something rests on and how it is known: read, secondary or local.</summary>
internal sealed record BasisAnswer(string Law, string Article, string Provenance, string Text)
{
    public static BasisAnswer Of(Basis basis) => new(basis.Law, basis.Article, Kebab.Of(basis.Provenance), basis.ToString());
}

/// <summary>A step: who takes it where, what it asks and where it leads.</summary>
/// <param name="From">The stages it is taken in; none where it begins a matter.</param>
/// <param name="By">The roles that take it, by title.</param>
/// <param name="Needs">What must hold besides, a sentence each for where it does not.</param>
internal sealed record StepAnswer(
    string Id, string Title, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> By, IReadOnlyList<FieldAnswer> Asks, IReadOnlyList<string> Needs, bool Grave, string? Hint, BasisAnswer Basis)
{
    public static IReadOnlyList<StepAnswer> Of(Procedure p) => [.. p.Steps.Values.Select(s => Of(p, s))];

    private static StepAnswer Of(Procedure p, Step s) => new(
        s.Id, s.Title, s.From, [.. s.To.Select(t => t.Stage)], [.. s.By.Select(r => p.Roles[r].Title)],
        FieldAnswer.Of(s), [.. s.Needs.Select(n => n.Says)], s.Grave, s.Hint, BasisAnswer.Of(s.Basis));
}

/// <summary>What a step asks. People, units, matters and papers are given by id.</summary>
/// <param name="Type">text, long-text, date, number, choice, person, persons, unit, units, matter, matters, papers or yes-no.</param>
/// <param name="Required">always, sometimes (the step then says when) or never.</param>
internal sealed record FieldAnswer(
    string Id, string Title, string Type, string Required, bool Many, IReadOnlyDictionary<string, string>? Choices, int? Min, int? Max, string? Bound, IReadOnlyList<string>? Procedures, string? Hint)
{
    public static IReadOnlyList<FieldAnswer> Of(Step step) => [.. step.Asks.Select(f => new FieldAnswer(
        f.Id, f.Title, Kebab.Of(f.Type), f.Required || f.MustBeYes ? "always" : f.RequiredWhen is null ? "never" : "sometimes",
        f.Many, f.Choices.Count == 0 ? null : f.Choices, f.Min, f.Max, f.Bound, f.Of.Count == 0 ? null : f.Of, f.Hint))];
}

/// <summary>A time limit.</summary>
/// <param name="Kind">deadline: at the latest on that day; earliest: not before it is over; latest: the last day before an event ahead.</param>
/// <param name="Span">In words, for example 3个月.</param>
internal sealed record LimitAnswer(string Id, string Title, string Kind, string Span, bool Soft, BasisAnswer Basis)
{
    public static IReadOnlyList<LimitAnswer> Of(Procedure p) =>
        [.. p.Limits.Values.Select(l => new LimitAnswer(l.Id, l.Title, KindOf(l), l.Span, l.Soft, BasisAnswer.Of(l.Basis)))];

    public static string KindOf(TimeLimit limit) => limit.Kind switch
    {
        LimitKind.Minimum or LimitKind.Anniversary => "earliest",
        LimitKind.Backwards => "latest",
        _ => "deadline",
    };
}

/// <summary>Ids written as the files write them.</summary>
internal static class Kebab
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
