using CsCheck;
using Renda.Statutes.Amending;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>A decision made from two versions, carried out on the old one, gives the new one.</summary>
public sealed class AmendmentTests(ITestOutputHelper output)
{
    private const string Old = """
        # 甲条例

        第一章 总则

        第一条 为了公园，制定本条例。

        第二条 公园由园林部门管理。处五百元以下罚款。

        乡镇人民政府协助。

        第二章 管理

        第三条 公园应当：

        （一）整洁；

        （二）开放。

        第四条 禁止吸烟。

        第五条 本条例自公布之日起施行。
        """;

    [Fact]
    public void Every_pair_of_the_corpus_is_made_again_from_its_decision()
    {
        Corpus.Need();
        var (whole, anew) = (new List<string>(), new List<string>());
        foreach (var name in Corpus.Pairs())
        {
            var (old, @new) = Corpus.Pair(name);
            foreach (var (from, to) in (IEnumerable<(Statute, Statute)>)[(old, @new), (@new, old)])
            {
                var decision = Amendment.Decide(from, to);
                var made = Amendment.Apply(from, decision);
                Assert.Empty(made.Refused);
                Assert.Equal(Amendment.Normative(to), Amendment.Normative(Statute.Parse(made.Text)));
                if (decision.Contains("将全文修改为", StringComparison.Ordinal))
                {
                    whole.Add(name + (from == old ? "" : " (back)"));
                }

                if (decision.Contains("将编、章、节设置为", StringComparison.Ordinal))
                {
                    anew.Add(name + (from == old ? "" : " (back)"));
                }
            }
        }

        output.WriteLine($"As a whole: {string.Join(", ", whole)}; all headings anew: {string.Join(", ", anew)}");
        Assert.Empty(whole);
        Assert.True(anew.Count <= 2, string.Join(", ", anew)); // Headings that go over two lines cannot be named in a sentence.
    }

    [Fact]
    public void Random_edits_are_made_again()
    {
        var edit = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 200], Gen.Int[0, 9]);
        edit.Array[0, 8].Sample(edits =>
        {
            var text = Old;
            foreach (var (kind, at, what) in edits)
            {
                text = Edit(text, kind, at, what);
            }

            var (old, @new) = (Statute.Parse(Old), Statute.Parse(text));
            var made = Amendment.Apply(old, Amendment.Decide(old, @new));
            Assert.Empty(made.Refused);
            Assert.Equal(Amendment.Normative(@new), Amendment.Normative(Statute.Parse(made.Text)));
        }, iter: 3_000, threads: 1);
    }

    [Fact]
    public void The_wording_is_the_customary_one()
    {
        var decision = Amendment.Decide(Statute.Parse(Old), Statute.Parse("""
            # 甲条例

            第一章 总则

            第一条 为了公园，制定本条例。

            第二条 公园由园林部门管理。处五千元以下罚款。

            乡镇人民政府协助。

            第三条 公园免费开放，具体办法由市人民政府规定。

            第二章 管理

            第四条 公园应当：

            （一）整洁；

            （二）安全、开放。

            第五条 本条例自公布之日起施行。
            """));
        Assert.Contains("一、将第二条第一款中的“五百”修改为“五千”。", decision, StringComparison.Ordinal);
        Assert.Contains("增加一条，作为第三条：\n\n“第三条　公园免费开放，具体办法由市人民政府规定。”", decision, StringComparison.Ordinal);
        Assert.Contains("将第三条改为第四条，将第（二）项中的“开放”修改为“安全、开放”。", decision, StringComparison.Ordinal);
        Assert.Contains("删去第四条。", decision, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_renamed_moved_added_and_deleted_in_the_customary_wording()
    {
        var old = Statute.Parse("甲条例\n第一章 总则\n第一条 一一一一。\n第二章 管理\n第一节 乙\n第二条 二二二二。\n第二节 丙\n第三条 三三三三。\n第三章 附则\n第四条 四四四四。");
        var @new = Statute.Parse("甲条例\n第一章 总则\n第一条 一一一一。\n第二章 保护和管理\n第一节 乙\n第二条 二二二二。\n第三条 三三三三。\n第三章 法律责任\n第四条 新新新新旧旧旧。\n第四章 附则\n第五条 四四四四。");
        var decision = Amendment.Decide(old, @new);
        Assert.Contains("将第二章章名修改为“保护和管理”。", decision, StringComparison.Ordinal);
        Assert.Contains("删去第二章第二节节名。", decision, StringComparison.Ordinal);
        Assert.Contains("增加一章，作为第三章，章名为“法律责任”，自第四条起。", decision, StringComparison.Ordinal);
        Assert.Contains("将第三章改为第四章。", decision, StringComparison.Ordinal);
        Assert.Equal(Amendment.Normative(@new), Amendment.Normative(Statute.Parse(Amendment.Apply(old, decision).Text)));
    }

    [Fact]
    public void Headings_that_do_not_fit_are_refused_with_their_place()
    {
        var made = Amendment.Apply(Statute.Parse(Old), """
            关于修改《甲条例》的决定
            决定作如下修改：
            一、将第二章名称修改为“管护”。
            二、删去第九章章名。
            三、将第二章改为第三章。
            四、将第一章改为“总则”。
            """);
        Assert.Equal(["二", "三", "四"], made.Refused.Select(r => r.Where));
        Assert.Contains("第二章 管护", made.Text, StringComparison.Ordinal);
        var nowhere = Amendment.Apply(Statute.Parse(Old), "关于修改的决定\n决定修改：\n一、增加一章，作为第三章，章名为“乙”，自第九条起。\n二、删去第四条。");
        Assert.Contains("第九条", Assert.Single(nowhere.Refused).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("第三章", nowhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("吸烟", nowhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_written_by_hand_is_carried_out()
    {
        var made = Amendment.Apply(Statute.Parse(Old), """
            关于修改《甲条例》的决定
            某市人大常委会决定对《甲条例》作如下修改：
            一、将第二条修改为：“第二条　公园由“园林部门”管理。
            “乡镇、街道协助。”
            二、增加一条，作为第四条：“第四条　禁止垂钓。”
            三、将第四条改为第五条，修改为：“第五条　禁止吸烟、饮酒。”
            四、将第五条改为第六条。
            本决定自公布之日起施行。
            """);
        Assert.Empty(made.Refused);
        Assert.Equal(["第一条", "第二条", "第三条", "第四条", "第五条", "第六条"], Statute.Parse(made.Text).Articles.Select(a => a.Label));
        Assert.Contains("公园由“园林部门”管理。\n\n乡镇、街道协助。", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_paragraph_or_item_is_set_anew_taken_out_and_put_in()
    {
        var made = Amendment.Apply(Statute.Parse(Old), """
            关于修改《甲条例》的决定
            决定作如下修改：
            一、删去第二条第二款。
            二、将第三条第二项修改为：“（二）安全、开放。”
            三、第四条增加一款，作为第二款：“违者罚款。”
            四、第一条增加一款，作为第四款：“不能。”
            五、删去第五条第三款。
            """);
        Assert.Equal(["四", "五"], made.Refused.Select(r => r.Where));
        Assert.DoesNotContain("乡镇", made.Text, StringComparison.Ordinal);
        Assert.Contains("（一）整洁；\n\n（二）安全、开放。\n\n第四条 禁止吸烟。\n\n违者罚款。\n\n第五条", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_place_and_the_rest_is_done()
    {
        var made = Amendment.Apply(Statute.Parse(Old), """
            关于修改《甲条例》的决定
            决定作如下修改：
            一、删去第九条。
            二、将第二条第一款中的“公园管理局”修改为“园林局”。
            三、将第二条第三款中的“公园”修改为“园林”。
            四、把第三条好好改一改。
            五、将第四条中的“吸烟”修改为“饮酒”。
            六、将第四条修改为：“第四条　丁。”
            """);
        Assert.Equal(["一", "二", "三", "四", "六"], made.Refused.Select(r => r.Where));
        Assert.All(made.Refused, r => Assert.NotEmpty(r.Reason));
        Assert.Contains("禁止饮酒。", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_can_be_decided_on_and_any_decision_carried_out_or_refused() =>
        Gen.Select(RoundTripTests.Pieces, RoundTripTests.Pieces).Sample((one, other) =>
        {
            var statute = Statute.Parse(one);
            Assert.NotNull(Amendment.Decide(statute, Statute.Parse(other)));
            Assert.NotNull(Amendment.Apply(statute, other).Text);
            Assert.NotNull(Amendment.Apply(Statute.Parse(Old), "关于修改的决定\n一、" + other).Text);
        }, iter: 3_000, threads: 1);

    [Fact]
    public void What_is_law_in_a_text_is_law_in_what_is_written_of_it()
    {
        Corpus.Need();
        foreach (var name in Corpus.Texts())
        {
            var once = Amendment.Normative(Corpus.Read(name));
            Assert.Equal(once, Amendment.Normative(Statute.Parse(once)));
        }
    }

    private static string Edit(string text, int kind, int at, int what)
    {
        var lines = text.Split('\n').ToList();
        at %= lines.Count;
        var word = "甲乙“丙”（丁）戊第一条己，庚二十辛"[(what % 8)..((what % 8) + 3)];
        switch (kind)
        {
            case 0 when lines[at].Length > 0:
                lines[at] += word;
                break;
            case 1 when lines[at].Length > 3 && at > 0:
                lines.RemoveAt(at);
                break;
            case 2:
                lines.Insert(at, $"第{Parsing.Numeral.Write(what + 1)}条 {word}。");
                break;
            case 3:
                lines.Insert(at, word);
                break;
            case 4:
                lines.Insert(at, $"第{Parsing.Numeral.Write(what)}章 {word}");
                break;
            default:
                (lines[at], lines[^1]) = (lines[^1], lines[at]);
                break;
        }

        return string.Join('\n', lines);
    }
}
