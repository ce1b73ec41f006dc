using System.Net.Sockets;
using Npgsql;

namespace Renda.Database;

/// <summary>The database is gone for the moment: its server stopped, or another one is taking over. Whether the last act was carried out is not
/// known then; the form sent again under its key finds out (decision 0034).</summary>
internal static class Lost
{
    public const string Sentence = "数据库正在切换，请稍后重试。";

    private const string ConnectionTrouble = "08";

    public static bool Is(Exception? e) => e switch
    {
        null => false,
        PostgresException p => OfServer(p.SqlState),
        NpgsqlException { InnerException: null or IOException or SocketException or TimeoutException } => true,
        _ => Is(e.InnerException),
    };

    // It stops, starts or has too many guests; or it was the primary and is none any more.
    private static bool OfServer(string state) => state.StartsWith(ConnectionTrouble, StringComparison.Ordinal) || state is
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
        or PostgresErrorCodes.ReadOnlySqlTransaction;
}
