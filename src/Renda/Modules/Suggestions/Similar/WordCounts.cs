namespace Renda.Modules.Suggestions.Similar;

/// <summary>In how many of some texts each word stands.</summary>
/// <param name="all">How many texts there are altogether; those counted may be a sample.</param>
internal sealed class WordCounts(int all)
{
    private readonly Dictionary<string, int> pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> characters = new(StringComparer.Ordinal);

    /// <summary>How many texts were counted.</summary>
    public int Counted { get; private set; }

    public void Add(Wording text)
    {
        Counted++;
        Count(pairs, text.Pairs.Keys);
        Count(characters, text.Characters.Keys);
    }

    public double PairRarity(string pair) => Rarity(pairs.GetValueOrDefault(pair));

    public double CharacterRarity(string character) => Rarity(characters.GetValueOrDefault(character));

    /// <summary>About how many of all texts hold a pair; for one the sample lacks, half of what its first text would have meant.</summary>
    public double Holding(string pair) => Math.Max(pairs.GetValueOrDefault(pair), 0.5) * Math.Max(1, all) / Math.Max(1, Counted);

    private double Rarity(int texts) => Math.Log((Counted + 1d) / Math.Max(1, texts));

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }
}
