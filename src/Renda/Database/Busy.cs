using Microsoft.Data.Sqlite;
using Npgsql;

namespace Renda.Database;

/// <summary>Another program has been writing for longer than anybody waits. SQLite has one writer; an import is one long write.</summary>
internal sealed class BusyException(Exception inner) : Exception(Busy.Sentence, inner);

internal static class Busy
{
    public const string Sentence = "数据库正在进行一次大的写入（例如导入台账）。";

    private const int SqliteBusy = 5;

    /// <summary>Two waited for each other, and this one was told to give way.</summary>
    public static bool IsDeadlock(Exception? e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } || (e?.InnerException is { } inner && IsDeadlock(inner));

    public static bool Is(Exception? e) => e is BusyException
        || e is SqliteException { SqliteErrorCode: SqliteBusy }
        || (e?.InnerException is { } inner && Is(inner));
}
