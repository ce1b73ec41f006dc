using System.Globalization;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>What an office would write into the fields of one case: by the field of that work, by the field's title, by its kind.</summary>
internal sealed class Vocabulary(string about, Random chance, Cast cast)
{
    private static readonly Dictionary<string, string[]> Words =
        Texts.Blocks("words.txt").SelectMany(b => b).Select(l => l.Split(" = ")).SelectMany(l => l[0].Split(", ").Select(key => (key, l[1].Split(" | ")))).ToDictionary(x => x.key, x => x.Item2, StringComparer.Ordinal);

    private readonly Dictionary<string, int> turns = new(StringComparer.Ordinal);

    /// <param name="kind">What the act chose as its kind.</param>
    public string For(string procedure, Field field, DateOnly on, string? kind)
    {
        var key = Key(procedure, field, kind);
        // Each time the next one, so that neighbours differ.
        var turn = turns[key] = turns.TryGetValue(key, out var last) ? last + 1 : chance.Next(Words[key].Length);
        var text = Words[key][turn % Words[key].Length]
            .Replace("{题}", about, StringComparison.Ordinal).Replace("{项}", field.Title, StringComparison.Ordinal)
            .Replace("{人}", Staff(), StringComparison.Ordinal).Replace("{单位}", Pick(Cast.Departments), StringComparison.Ordinal)
            .Replace("{市}", Pick(Cast.Cities), StringComparison.Ordinal).Replace("{年}", $"{on.Year}", StringComparison.Ordinal)
            .Replace("{日}", $"{on:yyyy年M月d日}", StringComparison.Ordinal).Replace("{数}", chance.Next(2, 40).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text[..Math.Min(text.Length, field.Max ?? text.Length)];
    }

    private static string Key(string procedure, Field field, string? kind) =>
        ((string[])[$"{procedure}.{field.Id}.{kind}", $"{procedure}.{field.Id}", field.Title]).FirstOrDefault(Words.ContainsKey)
        ?? (field.Type == FieldType.Text ? "*" : Words.Keys.FirstOrDefault(k => k[0] == '~' && field.Title.Contains(k[1..], StringComparison.Ordinal)) ?? "**");

    private string Staff() => Pick([.. cast.Holding([Posts.CommitteeClerk, Posts.SecretariatClerk, Posts.LegalClerk]).Select(h => h.Who.Name)]);

    private string Pick(IReadOnlyList<string> some) => some[chance.Next(some.Count)];
}
