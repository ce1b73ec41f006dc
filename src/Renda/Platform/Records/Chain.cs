namespace Renda.Platform.Records;

/// <summary>What a matter's row says its latest record is.</summary>
internal sealed record MatterEnd(string? Number, string Stage, int Revision, string Head);

/// <summary>One matter's records as they go by: each must follow the one before it and be what its hash says.</summary>
internal sealed class Chain(int congress, Guid id, MatterEnd? matter)
{
    private Record? last;

    public string? Number => matter?.Number;

    public bool Continues(Record record) => (record.Congress, record.MatterId) == (congress, id);

    public IEnumerable<string> Add(Record record)
    {
        var (sequence, hash) = last is null ? (0, "") : (last.Sequence, last.Hash);
        last = record;
        if (record.Sequence != sequence + 1)
        {
            yield return record.Sequence - sequence == 2 ? $"前面缺第 {sequence + 1} 条。" : $"前面缺第 {sequence + 1} 至 {record.Sequence - 1} 条。";
        }
        else if (record.Previous != hash)
        {
            yield return "与上一条不相衔接：所记的上一条哈希不符。";
        }

        // The hash holds milliseconds; a finer time was not written by this program.
        if (record.ComputeHash() != record.Hash || record.At.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            yield return "内容被改动过：与记录的哈希不符。";
        }
    }

    /// <summary>Whether the matter stands where its last record left it.</summary>
    public IEnumerable<Finding> End()
    {
        var end = last!;
        IEnumerable<string> says = matter is null ? ["有记录，但没有这件事项。"] :
        [
            .. Unless(matter.Revision == end.Sequence, $"事项应有 {matter.Revision} 条记录，最后一条却是第 {end.Sequence} 条。"),
            .. Unless(matter.Head == end.Hash, "事项所记的最后一条哈希与最后一条记录不符。"),
            .. Unless(matter.Stage == end.Stage, $"事项处于“{matter.Stage}”，最后一条记录却停在“{end.Stage}”。"),
        ];
        return says.Select(s => new Finding(congress, id, Number, end.Sequence, s));
    }

    private static IEnumerable<string> Unless(bool holds, string says) => holds ? [] : [says];
}
