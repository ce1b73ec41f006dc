using Microsoft.Data.Sqlite;
using Npgsql;
using Renda.Platform.Web;

namespace Renda.Platform.Setup;

/// <summary>Everything can be read and nothing written (<c>Renda:ReadOnly</c>): while a backup is looked into, or the office moves. The pages refuse
/// with a sentence; behind them the database itself is opened for reading only, so nothing is half done.</summary>
internal sealed record ReadOnlyMode(bool On)
{
    public const string Sentence = "网站现在只能查阅，不能办理，这次操作没有执行。";
    public const string Remedy = "系统管理员正在维护数据，恢复办理以后请重新提交。";

    private const int SqliteReadOnly = 8;

    // Signing in leaves no trace then.
    private static readonly PathString[] Open = ["/sign-in", "/sign-out", "/status"];

    public static ReadOnlyMode Read(IConfiguration settings) => new(settings["Renda:ReadOnly"] is { Length: > 0 } given
        && (bool.TryParse(given, out var on) ? on : throw new SettingException($"Renda:ReadOnly 写的是“{given}”，应当是 true 或 false。")));

    /// <summary>The database refused to be written to.</summary>
    public static bool Is(Exception? e) => e is SqliteException { SqliteErrorCode: SqliteReadOnly } or PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction }
        || (e?.InnerException is { } inner && Is(inner));

    public Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        if (!On || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || Open.Any(p => http.Request.Path.StartsWithSegments(p)))
        {
            return next(http);
        }

        http.Response.Headers.RetryAfter = "600";
        if (Problems.Wanted(http.Request.Path))
        {
            return Problems.Answer(StatusCodes.Status503ServiceUnavailable, Sentence, Remedy).ExecuteAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; // The status page says why.
        return Task.CompletedTask;
    }
}
