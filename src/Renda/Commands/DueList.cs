using System.Text.Encodings.Web;
using System.Text.Json;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>Every limit on file, a JSON object a line.</summary>
internal static class DueList
{
    /// <summary>Chinese stays readable; the output is for files and terminals, never inside a page.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Print(Terminal terminal, RuleBook book, string? procedure, string? jurisdiction)
    {
        foreach (var text in book.Procedures.Where(p => p.Id == (procedure ?? p.Id) && p.Jurisdiction == (jurisdiction ?? p.Jurisdiction)))
        {
            foreach (var limit in text.AllLimits())
            {
                terminal.Out.WriteLine(Line(text, limit));
            }
        }

        foreach (var problem in book.Problems)
        {
            terminal.Error.WriteLine(problem);
        }

        return book.Problems.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }

    public static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Line(Procedure text, TimeLimit limit)
    {
        var isFixed = limit.Kind == LimitKind.Fixed;
        return JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["procedure"] = text.Id,
                ["jurisdiction"] = text.Jurisdiction,
                ["inForce"] = text.InForce,
                ["limit"] = limit.Id,
                ["amount"] = isFixed ? null : limit.Amount,
                ["unit"] = isFixed ? null : Name(limit.Unit),
                ["kind"] = Name(limit.Kind),
                ["startEvent"] = limit.Start,
                ["from"] = limit.From,
                ["consent"] = limit.Consent,
                ["basis"] = limit.Basis.ToString(),
                ["provenance"] = Name(limit.Basis.Provenance),
            },
            Json);
    }
}
