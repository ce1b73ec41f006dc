using System.Text.Encodings.Web;
using System.Text.Json;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Commands;

/// <summary>Every limit on file, a JSON object a line.</summary>
internal static class DueList
{
    /// <summary>Chinese stays readable; the output is for files and terminals, never inside a page.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Print(Terminal terminal, RuleBook book, Divisions divisions, string? procedure, string? jurisdiction)
    {
        if (DueQuestion.Unknown(book, divisions, procedure, jurisdiction) is { } sentence)
        {
            return terminal.Refuse(Terminal.WrongCall, sentence);
        }

        var texts = book.Procedures.Where(p => p.Id == (procedure ?? p.Id) && p.Jurisdiction == (jurisdiction ?? p.Jurisdiction)).ToList();
        if (texts.Count == 0 && book.Problems.Count == 0)
        {
            return terminal.Refuse(Terminal.NoSuchLimit, $"{divisions.Show(jurisdiction ?? "CN")}没有自己的规定在档。计算时依次看上级和全国的规定，用 due --jurisdiction {jurisdiction} --limit … --from … 可以看到。");
        }

        foreach (var text in texts)
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
                ["kind"] = limit.Asks,
                ["startEvent"] = limit.Start,
                ["from"] = limit.From,
                ["consent"] = limit.Consent,
                ["basis"] = limit.Basis.ToString(),
                ["provenance"] = Name(limit.Basis.Provenance),
                ["newer"] = text.Newer,
                ["soft"] = limit.Soft,
                ["window"] = limit.Window,
            },
            Json);
    }
}
