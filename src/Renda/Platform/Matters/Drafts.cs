using Renda.Platform.Records;

namespace Renda.Platform.Matters;

/// <summary>What was done while a matter was its drafters' own.</summary>
internal static class Drafts
{
    /// <summary>Whether a record stays the drafters' own: all of them but the content as it was handed in,
    /// the last record that asked all the first one asked.</summary>
    public static bool Is(Loaded member, Record record)
    {
        var content = member.Procedure.Steps[member.Records[0].Step].Asks.Select(f => f.Id).ToHashSet();
        return Private(record) && record != member.Records.LastOrDefault(r => Private(r) && content.IsSubsetOf(member.Procedure.Steps[r.Step].Asks.Select(f => f.Id)));

        bool Private(Record r) => member.Procedure.Stage(r.Stage).Private;
    }
}
