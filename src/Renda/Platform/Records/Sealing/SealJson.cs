using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Renda.Platform.Records.Sealing;

/// <summary>Reading and writing of what is checked away from the house. What is read must be written just so: an unknown name, a missing or
/// a second value is refused, so that nothing stands there that was not checked.</summary>
internal static class SealJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <returns>Null where it is not what it should be.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The seals of a database, to be kept where who has the database cannot reach them.</summary>
internal sealed record SealList(string Format, string At, IReadOnlyList<SealLine> Seals)
{
    public const string ThisFormat = "renda-seals-1";

    public static SealList? Read(ReadOnlySpan<byte> json) => SealJson.Read<SealList>(json) is { Format: ThisFormat } list ? list : null;
}
