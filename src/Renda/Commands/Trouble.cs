using System.Data.Common;
using System.Net.Sockets;
using Renda.Platform.Rules;
using Renda.Platform.Setup;

namespace Renda.Commands;

/// <summary>What keeps a verb from running, for whoever started it: what is wrong, where, and what to do.</summary>
internal static class Trouble
{
    /// <returns>Null for what nobody foresaw.</returns>
    public static (int Code, string Sentence)? Of(Exception e)
    {
        var causes = Causes(e);
        return causes.OfType<DbException>().Concat(causes).Select(Known).FirstOrDefault(known => known is not null);
    }

    // Entity Framework and Kestrel wrap what went wrong; the innermost cause says it best, save that a database's says where.
    private static List<Exception> Causes(Exception e)
    {
        List<Exception> causes = [];
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            causes.Insert(0, cause);
        }

        return causes;
    }

    private static (int Code, string Sentence)? Known(Exception e) => e switch
    {
        RuleFilesException => (Terminal.FoundWrong, e.Message),
        SettingException => (Terminal.WrongCall, e.Message),
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => (Terminal.WrongCall, "网站的地址已被别的程序占用（也可能本程序已在运行）。请关掉那个程序，或者用 --urls 换一个端口，如 --urls http://127.0.0.1:5081。"),
        SocketException s => (Terminal.WrongCall, $"网站的地址用不了：{s.Message}。请核对 --urls（1024 以下的端口要有权限）。"),
        FormatException f when f.TargetSite?.DeclaringType?.Name == "BindingAddress" => (Terminal.WrongCall, $"--urls 写得不对：{f.Message}。应当像 http://127.0.0.1:5080。"),
        DbException => (Terminal.WrongCall, $"数据库用不了：{e.Message.TrimEnd('.')}。请核对 PostgreSQL 是否已启动、--Renda:Postgres 的连接串，或者 --Renda:Data 目录里的 renda.db 是否完好、可以读写。"),
        IOException or UnauthorizedAccessException => (Terminal.WrongCall, $"数据目录或者其中的文件用不了：{e.Message} 请用 --Renda:Data 指到一个可以读写的目录。"),
        ArgumentException a when a.StackTrace?.Contains("ConnectionStringBuilder", StringComparison.Ordinal) ?? false => (Terminal.WrongCall, $"--Renda:Postgres 的连接串写得不对：{a.Message}"),
        _ => null,
    };
}
