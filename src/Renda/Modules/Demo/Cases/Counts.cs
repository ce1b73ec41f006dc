using System.Globalization;
using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>Numbers of a size an office knows: a standing committee of sixty-five, a lecture of some hours, votes that add up.</summary>
internal static class Counts
{
    private static readonly Dictionary<string, string[]> Sizes = Texts.Blocks("counts.txt").SelectMany(b => b).Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1..], StringComparer.Ordinal);

    public static void Dress(Step step, Dictionary<string, IReadOnlyList<string>> values, int year, Random chance)
    {
        var numbers = step.Asks.Where(f => f.Type == FieldType.Number && values.ContainsKey(f.Id)).ToList();
        foreach (var field in numbers.Where(f => Sizes.ContainsKey(Plainly(f))))
        {
            var sizes = Sizes[Plainly(field)];
            Set(values, field, Math.Clamp(chance.Next(Size(sizes[0], year), Size(sizes[1], year) + 1), field.Min ?? 0, field.Max ?? int.MaxValue));
        }

        Vote(values, numbers, chance);
    }

    // Of those present nearly all are for it; where it fails, less than half.
    private static void Vote(Dictionary<string, IReadOnlyList<string>> values, List<Field> numbers, Random chance)
    {
        var kinds = numbers.Where(f => Plainly(f) is "赞成" or "反对" or "弃权" or "未按表决器" or "满意" or "基本满意" or "不满意").ToList();
        if (kinds.Count < 2)
        {
            return;
        }

        var present = numbers.FirstOrDefault(f => f.Title.StartsWith("出席", StringComparison.Ordinal) || f.Title.Contains("实到", StringComparison.Ordinal) || f.Id == "present");
        var all = present is null ? kinds.Sum(f => Number(values, f)) : Number(values, present);
        var passes = Number(values, kinds[0]) * 2 > all;
        foreach (var (field, n) in kinds.Skip(1).Select((field, n) => (field, n)))
        {
            Set(values, field, passes ? chance.Next(0, 3) : all / (n == 0 ? 2 : 20));
        }

        Set(values, kinds[0], all - kinds.Skip(1).Sum(f => Number(values, f)));
    }

    private static int Size(string written, int year) =>
        written[0] == '年' ? year + int.Parse(written[1..], CultureInfo.InvariantCulture) : int.Parse(written, CultureInfo.InvariantCulture);

    private static int Number(Dictionary<string, IReadOnlyList<string>> values, Field field) => (int)decimal.Parse(values[field.Id][0], CultureInfo.InvariantCulture);

    private static void Set(Dictionary<string, IReadOnlyList<string>> values, Field field, int number) => values[field.Id] = [Math.Max(0, number).ToString(CultureInfo.InvariantCulture)];

    private static string Plainly(Field field) => field.Title.Replace("（票）", "", StringComparison.Ordinal);
}
