using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Web;

/// <summary>Why a program's request was not carried out (RFC 9457).</summary>
/// <param name="Title">What is wrong, a sentence.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Detail">What to do, a sentence.</param>
/// <param name="Errors">What was refused, each with its field and article.</param>
internal sealed record Problem(string Title, int Status, string? Detail, IReadOnlyList<ProblemError> Errors)
{
    /// <summary>The title and the status tell all there is.</summary>
    public string Type { get; } = "about:blank";
}

/// <summary>A refusal as the pages show it: what is wrong, in which field, by which article, what to do.</summary>
internal sealed record ProblemError(string Sentence, string? Field, string? Basis, string? Remedy);

/// <summary>Answers of the API that are refusals, in the sentences the pages have.</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly PathString[] Programs = ["/api", "/openapi"];

    private static readonly Dictionary<int, (string Title, string Detail)> Known = new()
    {
        [400] = ("这次请求看不懂。", "请检查网址里的条件和请求的格式。"),
        [401] = ("没有通过验证。", "请在 Authorization 头里给出有效的令牌：Bearer renda_…；令牌在“我的令牌”里制作。"),
        [403] = ("您现在的职务不能用这个接口。", "确因工作需要的，请联系安全管理员设置职务。"),
        [404] = ("没有这一项，或者它不对您开放。", "请检查网址里的编号。"),
        [405] = ("这个网址不接受这种请求方法。", "请按 /openapi/v1.json 所列的方法请求。"),
        [409] = ("此件在您查看之后有了变化，这一步没有办理。", "请重新读取此件，核对后再提交。"),
        [413] = ("一次提交的内容太多。", "JSON 不超过 1 MB；文件每份不超过 50 MB。"),
        [415] = ("内容的类型不对。", "请用 application/json 提交；文件用 multipart/form-data 提交。"),
        [422] = ("没有办成。", "请按各项说明改正后重新提交。"),
        [429] = ("无效的令牌试得太频繁。", "请核对令牌，一分钟后再试。"),
        [500] = ("程序出了差错，这次操作没有执行。", "请稍后再试；再次出现的，请把时间和正在办理的事项告诉系统管理员。"),
        [503] = (Busy.Sentence, "请过几分钟再试；正在导入台账的，等它完成。"),
    };

    /// <summary>Whether whoever asks for this is a program.</summary>
    public static bool Wanted(PathString path) => Programs.Any(p => path.StartsWithSegments(p));

    public static Problem Of(int status, string? title = null, string? detail = null, IEnumerable<Refusal>? errors = null)
    {
        var said = Known.TryGetValue(status, out var known) ? known : Known[status >= 500 ? 500 : 400];
        return new Problem(
            title ?? said.Title, status, detail ?? said.Detail,
            [.. (errors ?? []).Select(r => new ProblemError(r.Sentence, r.Field, r.Basis?.ToString(), r.Remedy))]);
    }

    public static IResult Answer(int status, string? title = null, string? detail = null, IEnumerable<Refusal>? errors = null) =>
        Results.Json(Of(status, title, detail, errors), Json, MediaType, status);

    /// <summary>Refused for one reason.</summary>
    public static IResult Refused(string sentence, string? field = null, string? remedy = null) =>
        Answer(StatusCodes.Status422UnprocessableEntity, errors: [new Refusal(sentence, field, null, remedy)]);
}
