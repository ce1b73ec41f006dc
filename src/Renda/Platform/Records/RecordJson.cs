using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Renda.Procedures;

namespace Renda.Platform.Records;

/// <summary>A paper as a record names it.</summary>
internal sealed record RecordedPaper(Guid Id, string Name, long Size, string Sha256);

/// <summary>The canonical JSON of records: keys sorted, no white space, Chinese unescaped.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(Particulars given) =>
        JsonSerializer.Serialize(new SortedDictionary<string, IReadOnlyList<string>>(given.Values.ToDictionary(), StringComparer.Ordinal), Options);

    public static Particulars ReadParticulars(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(json, Options)!);

    public static string Write(IReadOnlyList<RecordedPaper> papers) => JsonSerializer.Serialize(papers, Options);

    public static IReadOnlyList<RecordedPaper> ReadPapers(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize<List<RecordedPaper>>(json, Options)!;
}
