namespace Renda.Modules.Suggestions.Similar;

/// <summary>How alike one text and others are, between 0 and 1. Pure: the same texts and counts always give the same figure.</summary>
/// <param name="asked">What the others are compared with.</param>
internal sealed class Likeness(Wording asked, WordCounts counts)
{
    /// <summary>From here on four in five have the same demand: what the office is shown at filing. Measured; see <c>docs/decisions/0010</c>.</summary>
    public const double Same = 0.13;

    /// <summary>From here on about every second one has: worth a look while writing.</summary>
    public const double Near = 0.1;

    private readonly Weighed pairs = new(asked.Pairs, counts.PairRarity);
    private readonly Weighed characters = new(asked.Characters, counts.CharacterRarity);

    /// <summary>Two cosines: pairs say what it is about, single characters reach those who said it in other words.</summary>
    public double To(Wording other) => ((2 * pairs.Cosine(other.Pairs)) + characters.Cosine(other.Characters)) / 3;

    /// <summary>Words and their weights: rare ones much, the second time a little more.</summary>
    private sealed class Weighed
    {
        private readonly Dictionary<string, double> weights;
        private readonly Func<string, double> rarity;
        private readonly double squares;

        public Weighed(IReadOnlyDictionary<string, double> words, Func<string, double> rarity)
        {
            this.rarity = rarity;
            weights = words.ToDictionary(w => w.Key, w => Weight(w.Key, w.Value), StringComparer.Ordinal);
            squares = weights.Values.Sum(w => w * w);
        }

        public double Cosine(IReadOnlyDictionary<string, double> words)
        {
            var (together, others) = (0d, 0d);
            foreach (var (word, times) in words)
            {
                var weight = Weight(word, times);
                others += weight * weight;
                together += weight * weights.GetValueOrDefault(word);
            }

            return squares * others > 0 ? together / Math.Sqrt(squares * others) : 0;
        }

        private double Weight(string word, double times) => Math.Log(1 + times) * rarity(word);
    }
}
