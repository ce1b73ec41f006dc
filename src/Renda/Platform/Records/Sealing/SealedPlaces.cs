using System.Buffers;

namespace Renda.Platform.Records.Sealing;

/// <summary>The seals of all congresses with room for the hash of every record under them: 33 bytes a record are all that is kept while a
/// ledger is gone through in the order of matters.</summary>
internal sealed class SealedPlaces
{
    // More were never put under one seal.
    private const int MostLeaves = 1 << 20;

    private readonly Dictionary<int, List<Place>> places = [];

    public SealedPlaces(IEnumerable<Seal> seals)
    {
        foreach (var seal in seals)
        {
            var own = places.TryGetValue(seal.Congress, out var known) ? known : places[seal.Congress] = [];
            own.Add(new Place(seal));
        }
    }

    public IEnumerable<Place> All => places.Values.SelectMany(p => p);

    public void Put(int congress, long position, ReadOnlySpan<byte> hex)
    {
        if (Find(congress, position) is { } place && hex.Length == Merkle.Size * 2 && place.Room(position) is { } at
            && Convert.FromHexString(hex, place.Values.AsSpan(at * Merkle.Size, Merkle.Size), out _, out _) == OperationStatus.Done)
        {
            place.Filled[at] = true;
        }
    }

    public string Name(int congress, long position) => Find(congress, position) is { } place ? $"封存第 {place.Seal.Number} 号" : "封存";

    private Place? Find(int congress, long position)
    {
        if (!places.TryGetValue(congress, out var own))
        {
            return null;
        }

        var (low, high) = (0, own.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (own[middle].Seal.First > position)
            {
                high = middle - 1;
            }
            else if (own[middle].Seal.Last < position)
            {
                low = middle + 1;
            }
            else
            {
                return own[middle];
            }
        }

        return null; // Sealed since.
    }

    internal sealed class Place(Seal seal)
    {
        public Seal Seal => seal;

        public byte[] Values { get; } = seal.Count is > 0 and <= MostLeaves ? new byte[seal.Count * Merkle.Size] : [];

        public bool[] Filled { get; } = seal.Count is > 0 and <= MostLeaves ? new bool[seal.Count] : [];

        public int? Room(long position) => position - seal.First is >= 0 and var at && at < Filled.Length ? (int)at : null;

        /// <summary>Every record is there and together they give the root.</summary>
        public bool Holds() => Filled.Length == seal.Count && Array.TrueForAll(Filled, f => f) && Convert.ToHexStringLower(Merkle.Root([.. Values])) == seal.Root;
    }
}
