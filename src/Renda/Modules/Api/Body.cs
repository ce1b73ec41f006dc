using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>The JSON of a request, or the answer that says why it cannot be read.</summary>
internal sealed class Body<T> : IEndpointParameterMetadataProvider
    where T : class
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    public T? Value { get; private init; }

    public IResult? Unread { get; private init; }

    public static async ValueTask<Body<T>?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return No(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Strict, http.RequestAborted) is { } value
                ? new Body<T> { Value = value }
                : No(StatusCodes.Status400BadRequest, "请求的正文是空的。");
        }
        catch (JsonException e)
        {
            return No(StatusCodes.Status400BadRequest, $"请求的正文读不懂：第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节，{e.Path ?? "$"} 处不是 JSON，或者没有这一项，或者写了两遍。");
        }
        catch (BadHttpRequestException e)
        {
            return No(e.StatusCode);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static Body<T> No(int status, string? title = null) => new() { Unread = Problems.Answer(status, title) };
}
