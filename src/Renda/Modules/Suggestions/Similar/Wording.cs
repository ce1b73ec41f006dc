using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Similar;

/// <summary>What a text is made of, each with how often it stands there: pairs of characters and words as in the search index,
/// and single characters, by which 养犬 and 遛狗, 养狗 come near each other over a third word.</summary>
internal sealed class Wording
{
    // A title says in ten characters what a body says in two hundred; a unit's reply repeats the demand in the office's own words.
    private const double TitleWeight = 2;
    private const double ReplyWeight = 0.7;

    // Far above any suggestion.
    private const int Longest = 10_000;

    private readonly Dictionary<string, double> pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> characters = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, double> Pairs => pairs;

    public IReadOnlyDictionary<string, double> Characters => characters;

    public static Wording Of(string title, string body, string replies = "")
    {
        var wording = new Wording();
        wording.Add(title, TitleWeight);
        wording.Add(body, 1);
        wording.Add(replies, ReplyWeight);
        return wording;
    }

    private void Add(string text, double weight)
    {
        foreach (var run in Run.Split(Folding.Fold(Plain.Cut(text, Longest))))
        {
            if (!run.IsIdeographic)
            {
                Count(pairs, Bigrams.Word(run.Runes), weight);
                continue;
            }

            var before = "";
            foreach (var character in run.Runes.Select(r => r.ToString()))
            {
                Count(characters, character, weight);
                if (before.Length > 0 && !Boilerplate.Has(before + character))
                {
                    Count(pairs, before + character, weight);
                }

                before = character;
            }
        }
    }

    private static void Count(Dictionary<string, double> counts, string what, double weight) =>
        counts[what] = counts.GetValueOrDefault(what) + weight;
}
