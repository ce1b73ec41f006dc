using Microsoft.EntityFrameworkCore;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Division;

/// <summary>A suggestion that several units handle separately (分别办理): it ends, and each unit's part goes on as a suggestion of its own,
/// with the same deputies, its own reply and its own evaluation.</summary>
internal static class Dividing
{
    public const string Split = "split";
    public const string Part = "part";

    /// <summary>The stage of the whole once it is divided.</summary>
    public const string Divided = "divided";

    /// <summary>As many as the form has room for.</summary>
    private const int Most = 5;

    public static async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => acting.Moved.Step.Id switch
    {
        Split => RefuseSplitting(acting.Moved),
        Part => await RefusePartAsync(acting),
        _ => [],
    };

    /// <summary>Begins each unit's part, in the same transaction.</summary>
    public static async Task<IReadOnlyList<Refusal>> ThenAsync(Acts acts, Acting acting)
    {
        var root = acting.Family!.Root;
        var matter = root.Matter;
        var body = await acting.Db.Suggestions.Where(s => s.Congress == matter.Congress && s.MatterId == matter.Id).Select(s => s.Body).SingleAsync();
        var handed = root.Records.LastOrDefault(r => r.Step is "submit" or "import") is { } record ? RecordJson.ReadParticulars(record.Particulars) : Particulars.Empty;
        List<Refusal> reasons = [];
        foreach (var (unit, content, n) in Parts(acting.Moved.Given))
        {
            var given = Particulars.Of(
            [
                ("original", $"{matter.Id}"), ("number", NumberOf(matter, n)), ("content", content!), ("title", matter.Title), ("body", body), ("submitted", $"{matter.OpenedOn:yyyy-MM-dd}"), ("lead", unit!),
                .. Given("subject", matter.Subject), .. Given("lead-deputy", matter.PersonId?.ToString()), .. Given("intake", handed.One("intake")), .. Given("confidential", handed.One("confidential")),
                .. root.Parties.Where(p => p.Role == "cosigner").Select(p => ("cosigners", $"{p.PersonId}")),
                .. SuggestionFlow.PapersOf(root.Records).Select(p => ("papers", $"{p}")),
            ]);
            var own = await PaperCopies.OfAsync(acting.Db, acting.Actor, given, "papers");
            if (await acts.BeginAsync(acting.Actor, SuggestionFlow.Id, new ActRequest(Part, own, Seen: null, Guid.CreateVersion7())) is Outcome.Refused refused)
            {
                reasons.AddRange(refused.Reasons.Select(r => r with { Field = $"unit-{n}" }));
            }
        }

        return reasons;
    }

    /// <summary>A part stands on its own from the first day: which suggestion it is of, its number, the day that one was handed in.</summary>
    public static void Begin(Matter part, Particulars given)
    {
        part.OriginId = Guid.Parse(given.One("original")!);
        part.Number = given.One("number");
    }

    private static IReadOnlyList<Refusal> RefuseSplitting(Decision.Moved moved)
    {
        var (parts, basis) = (Parts(moved.Given), moved.Step.Basis);
        return
        [
            .. parts.Where(p => p.Content is null).Select(p => new Refusal($"没有写明承办单位{Numeral(p.N)}办理的内容。", $"content-{p.N}", basis, "请写明这个单位办理建议中的哪些内容。")),
            .. parts.Where(p => p.Unit is null).Select(p => new Refusal($"没有填写承办单位{Numeral(p.N)}。", $"unit-{p.N}", basis, "请填写单位，或者清空它办理的内容。")),
            .. parts.Where(p => p.Unit is not null).GroupBy(p => p.Unit, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1))
                .Select(p => new Refusal("同一个单位写了两次。", $"unit-{p.N}", basis, "一个单位办理的内容请写在一处。")),
        ];
    }

    // It comes along with the splitting and in no other way: the number says which part it is, and there is one of each.
    private static async Task<IReadOnlyList<Refusal>> RefusePartAsync(Acting acting)
    {
        var (db, given, congress) = (acting.Db, acting.Moved.Given, acting.Actor.Congress);
        var original = Guid.TryParse(given.One("original"), out var id) ? id : Guid.Empty;
        var matter = await db.Matters.AsNoTracking().SingleOrDefaultAsync(m => m.Congress == congress && m.Id == original && m.Stage == Divided);
        var split = matter is null ? null : await db.Records.AsNoTracking().Where(r => r.Congress == congress && r.MatterId == original && r.Step == Split).Select(r => r.Particulars).SingleAsync();
        var number = given.One("number");
        var meant = split is not null && Parts(RecordJson.ReadParticulars(split)).Any(p => NumberOf(matter!, p.N) == number && p.Unit == given.One("lead") && p.Content == given.One("content"));
        return meant && !await db.Matters.AnyAsync(m => m.Congress == congress && m.Procedure == SuggestionFlow.Id && m.Number == number) ? []
            : [new Refusal("建议的一部分只能随“分别交办”一并立案。", "original", acting.Moved.Step.Basis, "请在待交办的建议上“分别交办”。")];
    }

    private static List<(string? Unit, string? Content, int N)> Parts(Particulars given) =>
        [.. Enumerable.Range(1, Most).Select(n => (Unit: given.One($"unit-{n}"), Content: given.One($"content-{n}"), N: n)).Where(p => p.Unit is not null || p.Content is not null)];

    private static string NumberOf(Matter matter, int n) => $"{matter.Number}-{n}";

    private static string Numeral(int n) => "一二三四五"[n - 1].ToString();

    private static IEnumerable<(string, string)> Given(string field, string? value) => value is null ? [] : [(field, value)];
}
