using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Renda.Tests.Commands;

public sealed class DueTests
{
    private static Task<Ran> Due(string line) => Ran.Async(TimeProvider.System, ["due", .. line.Split(' ')]);

    [Theory]
    [InlineData("--jurisdiction 370000 --limit return --from 2026-02-13", "2026-02-18", "2026-02-24", false)]
    [InlineData("--jurisdiction 370000 --limit reply --from 2025-11-30", "2026-02-28", "2026-02-28", false)]
    [InlineData("--jurisdiction 370000 --limit reply-extended --from 2025-11-30", "2026-05-30", "2026-06-01", false)]
    [InlineData("--limit reply --from 2026-11-30", "2027-02-28", "2027-03-01", true)]
    [InlineData("--jurisdiction 370000 --limit promise --from 2026-02-13", "2026-02-13", "2026-02-13", false)]
    [InlineData("--procedure admission --limit adult --from 2008-02-29", "2026-02-28", "2026-02-28", false)]
    [InlineData("--procedure admission --limit extension --from 2026-03-31", "2026-03-31", "2026-03-31", false)]
    [InlineData("--procedure filing --limit catalogue --from 2026-02-01", "2027-01-31", "2027-01-31", false)]
    [InlineData("--procedure filing --jurisdiction 370000 --limit filer-catalogue --from 2026-01-31", "2026-01-31", "2026-01-31", false)]
    [InlineData("--limit reply --from 2020-02-13 --on 2026-02-13", "2020-05-13", "2020-05-13", false)]
    public async Task A_limit_is_counted_and_printed_as_one_object(string line, string unrolled, string due, bool provisional)
    {
        var ran = await Due(line);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        using var json = JsonDocument.Parse(Assert.Single(ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["limit", "from", "unrolled", "due", "provisional", "basis", "derivation"], json.RootElement.EnumerateObject().Take(7).Select(p => p.Name));
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        Assert.Equal((unrolled, due, provisional), (Text("unrolled"), Text("due"), json.RootElement.GetProperty("provisional").GetBoolean()));
    }

    [Theory]
    [InlineData("--jurisdiction 370102 --limit reply --from 2026-02-13", "第三十二条")]
    [InlineData("--jurisdiction 370102001 --limit return --from 2026-02-13", "第三十二条")]
    [InlineData("--jurisdiction 650000 --limit reply --from 2026-02-13", "按全国的")]
    public async Task A_text_from_above_says_so_in_its_first_line(string line, string says)
    {
        using var json = JsonDocument.Parse((await Due(line)).Out);
        Assert.Contains(says, json.RootElement.GetProperty("derivation")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--jurisdiction 999999 --limit reply --from 2026-02-13", 2, "999999")]
    [InlineData("--jurisdiction 999999001 --limit reply --from 2026-02-13", 2, "999999001")]
    [InlineData("--limit reply --from 2026-02-30", 2, "不是一个存在的日期")]
    [InlineData("--limit reply --from 9999-12-31", 2, "范围")]
    [InlineData("--limit nothing --from 2026-02-13", 2, "reply-extended")]
    [InlineData("--procedure nothing --limit reply --from 2026-02-13", 2, "suggestion")]
    [InlineData("--limit reply", 2, "请用 --from 写明起算日")]
    [InlineData("--limit reply --from 2026-02-13 --nothing", 2, "--nothing")]
    [InlineData("--jurisdiction CN --limit return --from 2026-02-13", 3, "代表法》")]
    [InlineData("--limit reply --from 2020-02-13", 3, "2025-03-12")]
    public async Task What_cannot_be_counted_gets_a_sentence_and_no_output(string line, int code, string says)
    {
        var ran = await Due(line);
        Assert.Equal((code, ""), (ran.Code, ran.Out));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_local_text_is_not_answered_from_above()
    {
        var rules = Directory.CreateTempSubdirectory("renda-rules-").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(rules, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await File.AppendAllTextAsync(Path.Combine(rules, "370000", "suggestion.yaml"), "nonsense: 1\n", TestContext.Current.CancellationToken);
        var broken = await Due($"--jurisdiction 370102 --limit reply --from 2026-02-13 --Renda:Rules={rules}");
        var check = await Ran.Async(TimeProvider.System, "procedures", "check", rules);
        var elsewhere = await Due($"--jurisdiction 650000 --limit reply --from 2026-02-13 --Renda:Rules={rules}");
        Directory.Delete(rules, recursive: true);
        Assert.Equal((1, ""), (broken.Code, broken.Out));
        Assert.Equal(0, elsewhere.Code);
        Assert.Equal(1, check.Code);
        Assert.Matches(@"370000/suggestion\.yaml:\d+: ", check.Error);
    }

    [Fact]
    public async Task The_list_has_every_limit_a_line_each()
    {
        var ran = await Ran.Async(TimeProvider.System, "due", "--list", "--jurisdiction", "370000");
        var limits = ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Contains(limits, l => l.GetProperty("amount").ValueKind == JsonValueKind.Number && (l.GetProperty("limit").GetString(), l.GetProperty("amount").GetInt32(), l.GetProperty("unit").GetString()) == ("reply", 3, "month"));
        Assert.Contains(limits, l => l.GetProperty("limit").GetString() == "promise" && l.GetProperty("unit").ValueKind == JsonValueKind.Null);
        Assert.Equal(["deadline", "earliest", "latest"], limits.Select(l => l.GetProperty("kind").GetString()).Distinct().Order());
        Assert.Contains(limits, l => l.GetProperty("newer").GetString() is { Length: > 0 });
        Assert.All(limits, l => Assert.Equal(
            ["procedure", "jurisdiction", "inForce", "limit", "amount", "unit", "kind", "startEvent", "from", "consent", "basis", "provenance", "newer", "soft", "window"], l.EnumerateObject().Select(p => p.Name)));
    }

    [Theory]
    [InlineData("nothing", "没有“nothing”这个命令")]
    [InlineData("procedures", "check")]
    [InlineData("procedures check /no/such/place", "/no/such/place")]
    public async Task A_wrong_call_says_what_there_is(string line, string says)
    {
        var ran = await Ran.Async(TimeProvider.System, line.Split(' '));
        Assert.Equal(2, ran.Code);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_that_travel_with_the_program_are_sound()
    {
        var ran = await Ran.Async(TimeProvider.System, "procedures", "check");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("370000 suggestion 自 2017-05-19 起", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_program_of_its_own_it_prints_the_object_alone_and_ends_with_the_code()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Renda.dll"), "due", "--jurisdiction", "370000", "--limit", "return", "--from", "2026-02-13"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LANG"] = "C";
        using var program = Process.Start(start)!;
        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        Assert.StartsWith("{\"limit\":\"return\"", output, StringComparison.Ordinal);
        Assert.EndsWith("\"rules\":\"370000\"}\n", output, StringComparison.Ordinal);
        Assert.Contains("春节假期", output, StringComparison.Ordinal);
    }
}
