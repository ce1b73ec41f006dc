using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>The opinions of voters a suggestion is made from (代表法第二十六条、第三十六条): its text starts from theirs, and with handing in they become it.</summary>
internal static class Grounds
{
    public const string Field = "opinions";

    /// <summary>The most that can be chosen at once.</summary>
    public const int Most = 50;

    private const string Turn = "turn";

    /// <summary>What the draft starts from. Who wrote stands in no record, so nobody's particulars come along.</summary>
    public static Particulars Of(IReadOnlyList<MatterView> opinions, Step step)
    {
        var open = opinions.Where(o => step.Asks.Any(f => f.Id == Field && f.Of.Contains(o.Root.Matter.Procedure)) && IsOpen(o)).ToList();
        if (open.Count == 0)
        {
            return Particulars.Empty;
        }

        var subjects = open.Select(o => o.Root.Matter.Subject).Distinct().ToList();
        return Particulars.Of(
        [
            .. open is [var only] ? [("title", Plain.Cut(only.Root.Matter.Title, Longest(step, "title")))] : Array.Empty<(string, string)>(),
            ("body", Plain.Cut(Text(open), Longest(step, "body"))),
            .. subjects is [{ } subject] ? [("subject", subject)] : Array.Empty<(string, string)>(),
            .. open.Select(o => (Field, $"{o.Root.Matter.Id}")),
        ]);
    }

    /// <summary>Those named by the text as it stands.</summary>
    public static IReadOnlyList<Guid> Named(IEnumerable<Record> records) =>
        records.LastOrDefault(r => r.Step is "draft" or "revise") is { } text ? [.. RecordJson.ReadParticulars(text.Particulars)[Field].Select(Guid.Parse)] : [];

    /// <summary>Says so on each of them. One where that is refused is left out: what has come to an end meanwhile stays as it ended, and the two still name each other.</summary>
    public static async Task TurnAsync(Acts acts, Acting acting)
    {
        var suggestion = acting.Family!.Root;
        foreach (var opinion in Named(suggestion.Records).Order()) // In one order, so that two who name the same ones do not wait for each other.
        {
            await acts.TakeAsync(acting.Actor, opinion, new ActRequest(Turn, Particulars.Of(("suggestion", $"{suggestion.Matter.Id}")), Seen: null, Guid.CreateVersion7()));
        }
    }

    private static bool IsOpen(MatterView opinion) =>
        opinion.Root.Procedure.Steps.TryGetValue(Turn, out var turn) && turn.From.Contains(opinion.Root.Matter.Stage);

    private static string Text(List<MatterView> opinions)
    {
        var told = opinions is [var only] ? Body(only)
            : "\n" + string.Join("\n\n", opinions.Select((o, i) => $"{i + 1}. {o.Root.Matter.Title}\n{Body(o)}"));
        return $"据群众反映：{told}\n\n建议：\n";
    }

    private static string Body(MatterView opinion) =>
        opinion.Timeline().Where(x => x.Member == opinion.Root).Select(x => RecordJson.ReadParticulars(x.Record.Particulars).One("body")).OfType<string>().LastOrDefault() ?? "";

    private static int Longest(Step step, string field) => step.Asks.First(f => f.Id == field).Max ?? int.MaxValue;
}
