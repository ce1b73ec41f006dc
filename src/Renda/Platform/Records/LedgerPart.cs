using System.Security.Cryptography;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Records;

/// <summary>Goes through the records of some matters: each must follow the one before it, be what its hash says, and be what was sealed.</summary>
internal sealed class LedgerPart(IReadOnlySet<string> versions, PaperTrail papers, SealedPlaces places)
{
    // A ledger altered from end to end need not be listed to its end.
    private const int MostFindings = 10_000;

    private readonly LedgerRow row = new();
    private readonly Held last = new();
    private readonly Held version = new();
    private (int Congress, Guid Id) matter;
    private MatterEnd? end;
    private readonly Held stage = new();
    private int sequence;

    public List<Finding> Findings { get; } = [];

    public long Found { get; private set; }

    public long Records { get; private set; }

    public long Matters { get; private set; }

    public long Papers => papers.Count;

    /// <summary>Bytes hashed of records.</summary>
    public long Bytes { get; private set; }

    public async Task RunAsync(LedgerRows rows)
    {
        while (rows.Read(row))
        {
            Look();
            if (row.Papers is { } named)
            {
                foreach (var says in await papers.CheckAsync(row.Congress, row.MatterId, named))
                {
                    Add(says);
                }
            }
        }

        Close();
    }

    private void Look()
    {
        if (matter != (row.Congress, row.MatterId))
        {
            Close();
            (matter, end, sequence) = ((row.Congress, row.MatterId), row.Matter, 0);
            last.Set(default(ReadOnlySpan<byte>));
            Matters++;
        }

        Records++;
        Bytes += row.Text.Bytes.Length;
        Follows();
        Whole();
        Sealed();
        if (!row.Version.Is(version))
        {
            version.Set(row.Version.Bytes);
            if (!versions.Contains(version.ToString()))
            {
                Add("所依据的程序文本不在库里。");
                version.Set(default(ReadOnlySpan<byte>));
            }
        }

        last.Set(row.Hash.Bytes);
        sequence = row.Sequence;
        stage.Set(row.Stage.Bytes);
    }

    private void Follows()
    {
        if (row.Sequence != sequence + 1)
        {
            Add(row.Sequence - sequence == 2 ? $"前面缺第 {sequence + 1} 条。" : $"前面缺第 {sequence + 1} 至 {row.Sequence - 1} 条。");
        }
        else if (!row.Previous.Is(last))
        {
            Add("与上一条不相衔接：所记的上一条哈希不符。");
        }
    }

    private void Whole()
    {
        if (row.Unreadable is { } column)
        {
            Add($"“{column}”一栏被改动过，读不出来。");
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> hex = stackalloc byte[LedgerRow.HexHash];
        row.Text.Hash(hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        // The hash holds milliseconds; a finer time was not written by this program.
        if (!hex.SequenceEqual(row.Hash.Bytes) || row.Finer)
        {
            Add("内容被改动过：与记录的哈希不符。");
        }
    }

    private void Sealed()
    {
        if (row.Position is not { } position)
        {
            if (!row.IsListed)
            {
                Add("没有封存，也不在待封存之列：不是由本程序记下的。");
            }
        }
        else if (!row.SealedHash.Is(row.Hash))
        {
            Add($"与封存时不同：{places.Name(row.Congress, position)}里登记的是另一个哈希，这一条在封存以后被改写。");
            places.Put(row.Congress, position, row.SealedHash.Bytes);
        }
        else
        {
            places.Put(row.Congress, position, row.Hash.Bytes);
        }
    }

    // Whether the matter stands where its last record left it.
    private void Close()
    {
        if (Matters == 0)
        {
            return;
        }

        if (end is null)
        {
            AddEnd("有记录，但没有这件事项。");
            return;
        }

        if (end.Revision != sequence)
        {
            AddEnd($"事项应有 {end.Revision} 条记录，最后一条却是第 {sequence} 条。");
        }

        if (!last.Is(end.Head))
        {
            AddEnd("事项所记的最后一条哈希与最后一条记录不符。");
        }

        if (!stage.Is(end.Stage))
        {
            AddEnd($"事项处于“{end.Stage}”，最后一条记录却停在“{stage}”。");
        }
    }

    private void Add(string says) => Add(new Finding(row.Congress, row.MatterId, end?.Number, row.Sequence, says) { Step = row.Step.ToString(), On = row.On.ToString() });

    private void AddEnd(string says) => Add(new Finding(matter.Congress, matter.Id, end?.Number, sequence, says));

    private void Add(Finding finding)
    {
        if (Found++ < MostFindings)
        {
            Findings.Add(finding);
        }
    }
}
