using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renda.Procedures;

namespace Renda.Modules.Api;

/// <summary>A matter to begin.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BeginAsk(
    [property: Description("The procedure's id.")] string? Procedure,
    [property: Description("The step it begins with.")] string? Step,
    [property: Description("What the step asks, by field: a value or a list of values.")] Dictionary<string, Answer>? Particulars,
    [property: Description("A UUID chosen by the caller; the same key never acts twice. May stand in the Idempotency-Key header instead.")] Guid? Key);

/// <summary>A step to take.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StepAsk(
    [property: Description("What the step asks, by field: a value or a list of values.")] Dictionary<string, Answer>? Particulars,
    [property: Description("A UUID chosen by the caller; the same key never acts twice. May stand in the Idempotency-Key header instead.")] Guid? Key,
    [property: Description("The version of the matter the caller saw; a matter that changed since answers 409.")] int? Version);

/// <summary>What is given for one field: a value or several.</summary>
[JsonConverter(typeof(AnswerConverter))]
internal sealed record Answer(IReadOnlyList<string> Values)
{
    public static Particulars Together(Dictionary<string, Answer>? given) =>
        new((given ?? []).Where(g => g.Value is not null).ToDictionary(g => g.Key, g => g.Value.Values, StringComparer.Ordinal));
}

/// <summary>Texts, numbers, and true or false for yes or no.</summary>
internal sealed class AnswerConverter : JsonConverter<Answer>
{
    public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return new Answer([One(ref reader)]);
        }

        List<string> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(One(ref reader));
        }

        return new Answer(values);
    }

    public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Values, options);

    private static string One(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonTokenType.True => "yes",
        JsonTokenType.False => "no",
        _ => throw new JsonException(),
    };

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(null, e); // Half a character, written as an escape.
        }
    }
}
