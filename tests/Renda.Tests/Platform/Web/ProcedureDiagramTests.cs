using System.Xml.Linq;
using Renda.Platform.Web;
using Renda.Procedures.Diagrams;
using Xunit;

namespace Renda.Tests.Platform.Web;

public sealed class ProcedureDiagramTests
{
    private static readonly DiagramStage[] Stages =
    [
        new("draft", "草稿", End: false), new("review", "审查", End: false), new("handling", "办理", End: false),
        new("rework", "重新办理", End: false), new("closed", "办结", End: true), new("withdrawn", "撤回", End: true),
    ];

    private static readonly DiagramEdge[] Edges =
    [
        new("draft", "withdrawn", "撤回"), new("draft", "review", "提交"), new("review", "draft", "退回修改"),
        new("review", "handling", "交办"), new("review", "withdrawn", "撤回"), new("handling", "rework", "不满意"),
        new("rework", "handling", "再答复"), new("handling", "closed", "满意"), new("handling", "handling", "补充"),
    ];

    private static readonly StageGraph Graph = new(Stages, Edges);

    [Fact]
    public void The_main_line_runs_to_the_farthest_end_and_skips_detours() =>
        Assert.Equal(["draft", "review", "handling", "closed"], Graph.Main);

    [Fact]
    public void The_drawing_is_well_formed_and_named()
    {
        var svg = Svg("handling", "draft", "review");
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("建议办理程序", svg.Element(Ns + "title")!.Value);
        Assert.Equal("现在处于办理。下一步可以是：不满意（到重新办理）、满意（到办结）。", svg.Element(Ns + "desc")!.Value);
    }

    [Fact]
    public void The_current_stage_and_those_passed_are_told_apart()
    {
        var svg = Svg("handling", "draft", "review");
        Assert.Equal(["办理"], Texts(svg, "stage-current"));
        Assert.Equal(["草稿", "审查"], Texts(svg, "stage-done"));
        Assert.Equal(["重新办理", "办结", "撤回"], Texts(svg, "stage-ahead"));
    }

    [Fact]
    public void A_return_is_not_shown_as_taken_because_both_its_ends_were_passed()
    {
        var taken = Svg("handling", "draft", "review").Descendants(Ns + "g")
            .Where(g => g.Attribute("class")?.Value.Contains("edge-taken", StringComparison.Ordinal) ?? false)
            .Select(g => g.Element(Ns + "title")?.Value).OfType<string>();
        Assert.Equal(["草稿 → 审查：提交", "审查 → 办理：交办"], taken);
    }

    [Fact]
    public void Titles_from_data_are_encoded()
    {
        var html = Kit.Write(ProcedureDiagram.Draw("<b>", new StageGraph([new("a", "<script>", End: true)], []), "a", []));
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_procedure_that_cannot_reach_an_end_is_still_drawn() =>
        Assert.Contains("<svg", Kit.Write(ProcedureDiagram.Draw("x", new StageGraph([new("a", "甲", false), new("b", "乙", true)], [new("a", "nowhere", "?")]), "a", [])), StringComparison.Ordinal);

    [Fact]
    public void The_steps_bar_puts_a_detour_after_the_last_stage_passed()
    {
        var bar = ProcedureDiagram.Standing(Graph, "rework", ["draft", "review", "handling"]);
        Assert.Equal(["草稿", "审查", "办理", "重新办理", "办结"], bar.Select(s => s.Title));
        Assert.Equal(StandingState.Current, bar[3].State);
    }

    [Fact]
    public void The_steps_bar_of_a_long_procedure_shows_what_is_near_and_where_it_leads()
    {
        var stages = Enumerable.Range(1, 14).Select(n => new DiagramStage($"s{n}", $"第{n}步", n == 14)).ToList();
        var graph = new StageGraph(stages, stages.Zip(stages.Skip(1), (a, b) => new DiagramEdge(a.Id, b.Id, "→")));
        Assert.Equal(
            ["前 3 个环节", "第4步", "第5步", "第6步", "第7步", "第8步", "第9步", "第10步", "中间 3 个环节", "第14步"],
            ProcedureDiagram.Standing(graph, "s7", ["s1", "s2", "s3", "s4", "s5", "s6"]).Select(s => s.Title));
        Assert.Equal(
            ["第1步", "第2步", "第3步", "第4步", "中间 9 个环节", "第14步"],
            ProcedureDiagram.Standing(graph, "s1", []).Select(s => s.Title));
    }

    [Fact]
    public void The_steps_bar_of_an_exit_ends_there() =>
        Assert.Equal(["草稿", "撤回"], ProcedureDiagram.Standing(Graph, "withdrawn", ["draft"]).Select(s => s.Title));

    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    private static XElement Svg(string current, params string[] visited) =>
        XElement.Parse(Kit.Write(ProcedureDiagram.Draw("建议办理程序", Graph, current, visited))).Element(Ns + "svg")!;

    private static IEnumerable<string> Texts(XElement svg, string state) => svg.Descendants(Ns + "g")
        .Where(g => g.Attribute("class")?.Value.Contains(state, StringComparison.Ordinal) ?? false)
        .Select(g => string.Concat(g.Elements(Ns + "text").Select(t => t.Value)));
}
