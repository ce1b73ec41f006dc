using Renda.Procedures.Diagrams;
using Xunit;

namespace Renda.Procedures.Tests;

public sealed class ProcedureDocumentTests
{
    private static readonly string Folder = Path.Combine(Library.Root, "docs", "procedures");

    public static TheoryData<string> Names() => new(Library.Book.Procedures.Select(Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_page_is_what_the_rules_render(string name)
    {
        var procedure = Library.Book.Procedures.Single(p => Name(p) == name);
        foreach (var (file, rendered) in new[] { ($"{name}.md", ProcedureDocument.Render(procedure)), ($"{name}.svg", ProcedureDrawing.Render(procedure)) })
        {
            var path = Path.Combine(Folder, file);
            Assert.True(
                File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == rendered,
                $"docs/procedures/{file} is not what the rules render. Regenerate: dotnet run --project src/Renda -- procedures docs");
        }
    }

    [Theory]
    [InlineData("370000", "assign", null, "2026-02-13")]
    [InlineData("310000", "reply-extended", "reply", "2025-11-30")]
    public void The_guide_to_time_limits_shows_the_derivation_people_see(string jurisdiction, string limit, string? first, string from)
    {
        var limits = Library.Suggestion(jurisdiction).Limits;
        var count = limits[limit].Count(DateOnly.Parse(from), Library.Calendar, first is null ? null : limits[first]);
        var guide = File.ReadAllText(Path.Combine(Library.Root, "docs", "guide", "time-limits.md")).ReplaceLineEndings("\n");
        Assert.Contains(string.Join('\n', count.Derivation), guide);
    }

    [Fact]
    public void There_is_no_page_and_no_drawing_without_a_procedure() =>
        Assert.Equal(
            Library.Book.Procedures.SelectMany(p => new[] { $"{Name(p)}.md", $"{Name(p)}.svg" }).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_page_shows_stages_steps_limits_children_and_how_each_is_known()
    {
        var page = ProcedureDocument.Render(Library.Suggestion("410000"));
        Assert.Contains("| 答复 `reply` | 3个月 | 收到之日（主办单位签收、补录，按“主办单位收到日期”） | 答复、主办单位改派 |", page);
        Assert.Contains("## 子程序：承办（主办、协办）", page);
        Assert.Contains("第二十条〔原文〕", page);
        Assert.Contains("〔做法〕", page);
        Assert.Contains("《全国人民代表大会和地方各级人民代表大会代表法》第五十一条第二款〔原文〕", page);
        Assert.Contains("评价", page);
    }

    private static string Name(Procedure p) => ProcedureDocument.Name(p);
}
