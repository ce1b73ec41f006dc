using System.Net;
using System.Net.Sockets;
using Renda.Tests.Conventions;
using Xunit;

namespace Renda.Tests.Commands;

/// <summary>What keeps the program from starting is said in a sentence, not in a stack trace.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("renda-trouble-").FullName;

    public TroubleTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Source.Root, "rules"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Rules, Path.GetRelativePath(Path.Combine(Source.Root, "rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Rules => Path.Combine(root, "rules");

    [Theory]
    [InlineData("--Renda:Demo=false --Renda:Congress=abc", "Renda:Congress 写的是“abc”")]
    [InlineData("--Renda:Demo=false --Renda:Congress=999999", "行政区划里没有这个代码")]
    [InlineData("--Renda:Demo=perhaps", "true 或 false")]
    [InlineData("--Renda:Postgres=Host=127.0.0.1;Port=1;Username=x;Database=x", "数据库用不了：Failed to connect to 127.0.0.1:1。")]
    [InlineData("--Renda:Postgres=Nonsense=1", "连接串写得不对")]
    [InlineData("--Renda:Rules=/no/such/place", "没有规则目录“/no/such/place”")]
    [InlineData("--urls nonsense", "--urls 写得不对")]
    public async Task A_setting_that_cannot_be_is_named(string settings, string says) =>
        Refused(await Serve(settings.Split(' ')), settings.Contains("Rules", StringComparison.Ordinal) ? 1 : 2, says);

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be_so()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Refused(await Serve("--Renda:Demo=false", "--urls", $"http://{other.LocalEndpoint}"), 2, "已被别的程序占用");
    }

    [Fact]
    public async Task A_data_directory_that_is_a_file_is_said_to_be_so()
    {
        var file = Path.Combine(root, "data");
        await File.WriteAllTextAsync(file, "这是文件", TestContext.Current.CancellationToken);
        foreach (var verb in (string[])["serve", "seed", "import suggestions register.xlsx"])
        {
            var ran = await Ran.Async(TimeProvider.System, [.. verb.Split(' '), $"--Renda:Data={file}"]);
            Refused(ran, 2, verb.StartsWith("import", StringComparison.Ordinal) ? "register.xlsx" : "--Renda:Data");
        }
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("due --limit reply --from 2026-02-13")]
    [InlineData("due --list")]
    [InlineData("procedures docs pages")]
    public async Task A_calendar_broken_from_the_start_is_named_with_its_line(string verb)
    {
        await File.AppendAllTextAsync(Path.Combine(Rules, "calendars", "china.txt"), "2027 元旦 -13-01\n", TestContext.Current.CancellationToken);
        var ran = await Ran.Async(TimeProvider.System, [.. verb.Split(' '), $"--Renda:Rules={Rules}", $"--Renda:Data={Path.Combine(root, "data")}"]);
        Refused(ran, 1, "china.txt");
        Assert.Contains("2027 元旦", ran.Error);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("seed")]
    public async Task A_demo_office_is_not_played_by_rules_from_above_while_the_local_file_is_broken(string verb)
    {
        await File.AppendAllTextAsync(Path.Combine(Rules, "370000", "suggestion.yaml"), "nonsense: 1\n", TestContext.Current.CancellationToken);
        var ran = await Ran.Async(TimeProvider.System, verb, $"--Renda:Rules={Rules}", $"--Renda:Data={Path.Combine(root, "data")}");
        Refused(ran, 1, "nonsense");
        Assert.Matches(@"370000/suggestion\.yaml:\d+: ", ran.Error);
    }

    [Fact]
    public async Task A_post_that_does_not_exist_is_found_by_the_check()
    {
        var file = Path.Combine(Rules, "CN", "suggestion.yaml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("lead-unit, posts: [unit-clerk", "lead-unit, posts: [unit-clark", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var ran = await Ran.Async(TimeProvider.System, "procedures", "check", Rules);
        Assert.Equal(1, ran.Code);
        Assert.Matches(@"CN/suggestion\.yaml:\d+: .*unit-clark", ran.Error);
    }

    [Theory]
    [InlineData("--jurisdiction 999999", 2, "没有代码为“999999”")]
    [InlineData("--procedure nonsense", 2, "没有名为“nonsense”的程序")]
    [InlineData("--jurisdiction 650000", 3, "没有自己的规定在档")]
    public async Task A_list_of_nothing_says_why(string filter, int code, string says) =>
        Refused(await Ran.Async(TimeProvider.System, ["due", "--list", .. filter.Split(' ')]), code, says);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    private Task<Ran> Serve(params string[] settings) =>
        Ran.Async(TimeProvider.System, ["serve", $"--Renda:Data={Path.Combine(root, "own")}", .. settings]);

    private static void Refused(Ran ran, int code, string says)
    {
        Assert.Equal((code, ""), (ran.Code, ran.Out));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }
}
