using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What a form starts from: the text as it stands where a step asks again what the first one asked, otherwise nothing.</summary>
internal static class Prefill
{
    /// <summary>What was given last is taken from what this person may see. A confirmation is given anew each time,
    /// and papers go along only where the whole text is revised.</summary>
    public static Particulars Latest(MatterView view, Loaded member, Step step)
    {
        var content = member.Procedure.Steps[member.Records[0].Step].Asks;
        var revises = content.All(c => step.Asks.Any(f => Same(f, c)));
        var earlier = view.Timeline().Where(x => x.Member == member).Reverse().ToList();
        var found = from field in step.Asks
                    where !field.MustBeYes && content.Any(c => Same(field, c)) && (revises || field.Type != FieldType.Papers)
                    let values = earlier.Where(x => Asks(x.Member, x.Record, field)).Select(x => RecordJson.ReadParticulars(x.Record.Particulars)[field.Id]).FirstOrDefault([])
                    from value in values
                    select (field.Id, value);
        return Particulars.Of([.. found]);
    }

    /// <summary>The matter itself, where the step asks for one of its kind.</summary>
    public static Particulars About(MatterView about, Step step) => Particulars.Of(
        [.. step.Asks.Where(f => f.Type is FieldType.Matter or FieldType.Matters && f.Of.Contains(about.Root.Matter.Procedure)).Select(f => (f.Id, $"{about.Root.Matter.Id}"))]);

    private static bool Asks(Loaded member, Record record, Field field) =>
        member.Procedure.Steps[record.Step].Asks.Any(f => Same(f, field));

    private static bool Same(Field one, Field other) => (one.Id, one.Type, one.Title) == (other.Id, other.Type, other.Title);
}
