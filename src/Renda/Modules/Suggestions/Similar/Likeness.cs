namespace Renda.Modules.Suggestions.Similar;

/// <summary>How alike one text and others are, between 0 and 1. Pure: the same texts and counts always give the same figure.</summary>
/// <param name="asked">What the others are compared with.</param>
internal sealed class Likeness(Wording asked, WordCounts counts)
{
    /// <summary>From here on four in five have the same demand: what the office is shown at filing. Measured; see <c>docs/decisions/0010</c>.</summary>
    public const double Same = 0.13;

    /// <summary>From here on about every second one has: worth a look while writing.</summary>
    public const double Near = 0.1;

    private readonly Weighed pairs = Weighed.Of(asked.Pairs, counts.PairRarity);
    private readonly Weighed characters = Weighed.Of(asked.Characters, counts.CharacterRarity);

    /// <summary>Two cosines: pairs say what it is about, single characters reach those who said it in other words.</summary>
    public double To(Wording other) =>
        ((2 * pairs.Cosine(Weighed.Of(other.Pairs, counts.PairRarity))) + characters.Cosine(Weighed.Of(other.Characters, counts.CharacterRarity))) / 3;

    /// <summary>Words and their weights: rare ones much, the second time a little more.</summary>
    private sealed record Weighed(Dictionary<string, double> Weights, double Length)
    {
        public static Weighed Of(IReadOnlyDictionary<string, double> words, Func<string, double> rarity)
        {
            var weights = new Dictionary<string, double>(words.Count, StringComparer.Ordinal);
            var squares = 0d;
            foreach (var (word, times) in words)
            {
                var weight = Math.Log(1 + times) * rarity(word);
                weights[word] = weight;
                squares += weight * weight;
            }

            return new Weighed(weights, Math.Sqrt(squares));
        }

        public double Cosine(Weighed other)
        {
            if (Length * other.Length <= 0)
            {
                return 0;
            }

            var together = 0d;
            foreach (var (word, weight) in Weights)
            {
                together += weight * other.Weights.GetValueOrDefault(word);
            }

            return together / (Length * other.Length);
        }
    }
}
