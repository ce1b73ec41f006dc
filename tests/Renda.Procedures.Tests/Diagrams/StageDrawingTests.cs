using Renda.Procedures.Diagrams;
using Xunit;

namespace Renda.Procedures.Tests.Diagrams;

/// <summary>What makes a drawing legible, checked on the drawing itself: every procedure on file, their children, and a long made-up one.</summary>
public sealed class StageDrawingTests
{
    private static readonly Dictionary<string, StageGraph> Graphs = Library.Book.Procedures
        .SelectMany(p => p.Children.Values.Select(c => (Name: $"{ProcedureDocument.Name(p)}-{c.Id}", Procedure: c)).Prepend((Name: ProcedureDocument.Name(p), Procedure: p)))
        .Select(p => (p.Name, Graph: StageGraph.Of(p.Procedure)))
        .Append((Name: "long", Graph: Long()))
        .ToDictionary(p => p.Name, p => p.Graph, StringComparer.Ordinal);

    public static TheoryData<string> Names() => new(Graphs.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_runs_through_a_box_and_no_box_lies_on_another(string name)
    {
        var drawn = Drawn.Of(Graphs[name]);
        foreach (var box in drawn.Boxes)
        {
            Assert.DoesNotContain(drawn.Boxes, other => other != box && other.Overlaps(box));
            Assert.DoesNotContain(drawn.Lines, line => line.Pieces.Any(box.IsCrossed));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_runs_from_the_edge_of_its_box_to_the_edge_of_the_next(string name)
    {
        var (graph, drawn) = (Graphs[name], Drawn.Of(Graphs[name]));
        var titles = graph.Stages.ToDictionary(s => s.Id, s => s.Title);
        foreach (var edge in graph.Edges)
        {
            var line = drawn.Lines.Single(l => l.Title == $"{titles[edge.From]} → {titles[edge.To]}：{edge.Title}");
            Assert.True(drawn.Boxes.Single(b => b.Title == titles[edge.From]).Touches(line.Points[0]), line.Title);
            Assert.True(drawn.Boxes.Single(b => b.Title == titles[edge.To]).Touches(line.Tip), line.Title);
            Assert.All(line.Pieces, p => Assert.True(p.A.X == p.B.X || p.A.Y == p.B.Y, line.Title));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_to_different_stages_never_run_on_each_other(string name)
    {
        var drawn = Drawn.Of(Graphs[name]);
        var crowded =
            from a in drawn.Lines
            from b in drawn.Lines
            where string.CompareOrdinal(a.Title, b.Title) < 0 && a.To != b.To && a.From != b.From
            where a.Pieces.Any(p => b.Pieces.Any(q => Drawn.RunOn(p, q)))
            select $"{a.Title} / {b.Title}";
        Assert.Empty(crowded);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_is_no_wider_than_a_page(string name) =>
        Assert.InRange((double)new StageDrawing(Graphs[name]).Document("图", "").Attribute("width")!, 88, 1060);

    [Fact]
    public void A_step_possible_from_most_stages_is_a_note_and_not_an_arrow()
    {
        var graph = StageGraph.Of(Library.Suggestion("CN"));
        Assert.DoesNotContain(graph.Edges, e => e.Title.Contains("撤回", StringComparison.Ordinal));
        Assert.Equal(["各环节都可以“撤回”，到“草稿已作废”或“已撤回”。"], graph.Notes);
    }

    [Fact]
    public void The_ordinary_course_does_not_leap()
    {
        Assert.Equal(28, Long().Main.Count);
        Assert.Equal(["草稿", "待审查", "待交办", "办理中", "待代表评价", "待办结", "已办结"], Titles(StageGraph.Of(Library.Suggestion("CN"))));
    }

    [Fact]
    public void A_stage_that_waits_for_what_leads_nowhere_is_left_by_what_is_not_grave()
    {
        var course = Titles(StageGraph.Of(Library.Book.Procedures.Single(p => p.Id == "admission")));
        Assert.Equal("已转正归档", course[^1]);
        Assert.Equal(24, course.Count);
    }

    [Fact]
    public void Control_characters_do_not_break_the_drawing() =>
        Assert.Contains("甲乙", new StageDrawing(new StageGraph([new("a", "甲\u0001乙", false)], [])).Document("图", "").ToString(), StringComparison.Ordinal);

    private static List<string> Titles(StageGraph graph) => [.. graph.Main.Select(id => graph.Stages.Single(s => s.Id == id).Title)];

    /// <summary>27 stages in a row and an end, with returns near and far, leaps nobody waits for and exits to a second end.</summary>
    internal static StageGraph Long()
    {
        var stages = Enumerable.Range(1, 27).Select(i => new DiagramStage($"s{i}", $"第{i}个环节", false))
            .Concat([new DiagramStage("end", "结束", true), new DiagramStage("rejected", "不予通过", true)]).ToList();
        var edges = stages.Take(27).Zip(stages.Skip(1), (a, b) => new DiagramEdge(a.Id, b.Id, "往下办理"));
        return new StageGraph(stages, edges.Concat(
        [
            new("s3", "s2", "退回", false), new("s9", "s4", "发回重新起草", false), new("s20", "s8", "再次审议", false), new("s27", "s1", "从头再来", false),
            new("s1", "s3", "省略一步", false), new("s5", "s14", "直接提请审议", false), new("s6", "rejected", "否决", false), new("s21", "rejected", "否决", false), new("s14", "s13", "补正", false),
        ]));
    }
}
