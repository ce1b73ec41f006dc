using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What a form starts from: a step that revises starts from the text as it stands, any other from nothing.</summary>
internal static class Prefill
{
    /// <summary>A step revises when it asks all that the first one asked. What was given last is taken from what this person may see;
    /// a confirmation is given anew each time.</summary>
    public static Particulars Latest(MatterView view, Loaded member, Step step)
    {
        var content = member.Procedure.Steps[member.Records[0].Step].Asks;
        if (content.Count == 0 || !content.All(c => step.Asks.Any(f => f.Id == c.Id && f.Type == c.Type)))
        {
            return Particulars.Empty;
        }

        var earlier = view.Timeline().Where(x => x.Member == member).Reverse().ToList();
        var found = from field in step.Asks
                    where !field.MustBeYes
                    let values = earlier.Where(x => Asks(x.Member, x.Record, field)).Select(x => RecordJson.ReadParticulars(x.Record.Particulars)[field.Id]).FirstOrDefault([])
                    from value in values
                    select (field.Id, value);
        return Particulars.Of([.. found]);
    }

    private static bool Asks(Loaded member, Record record, Field field) =>
        member.Procedure.Steps[record.Step].Asks.Any(f => f.Id == field.Id && f.Type == field.Type);
}
