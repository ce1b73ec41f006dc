using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What a form starts from: what was last given under the same names, so that revising starts from the text as it stands.</summary>
internal static class Prefill
{
    /// <summary>From the step itself where it was taken before and from any step of the whole, of what this person may see.
    /// A confirmation is given anew each time.</summary>
    public static Particulars Latest(MatterView view, Loaded member, Step step)
    {
        var earlier = view.Timeline().Where(x => x.Member == view.Root || (x.Member == member && x.Record.Step == step.Id)).Reverse().ToList();
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
