using CsCheck;
using Renda.Statutes.Parsing;
using Renda.Statutes.Referring;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>References that a renumbering breaks, with what to write instead.</summary>
public sealed class RenumberingTests
{
    private const string Old = "某市公园条例\n第一条 公园属于公众，由园林部门管理，费用由财政负担。\n第二条 公园应当整洁：\n（一）不得丢弃垃圾；\n（二）不得损坏花木。\n前款规定适用于广场。\n第三条 在公园里钓鱼、游泳、野炊的，由城管部门责令改正。\n" +
        "第四条 违反本条例第二条第二项规定的，处五十元罚款；违反第三条的，给予警告。\n第五条 第二条至第四条规定的处罚，由城管部门决定。\n";

    [Fact]
    public void An_article_put_in_breaks_what_was_not_corrected()
    {
        var draft = Old.Replace("第二条 公", "第二条 公园的门全天打开，老人和孩子免费入园，不得设置围墙。\n第三条 公", StringComparison.Ordinal).Replace("第三条 在", "第四条 在", StringComparison.Ordinal)
            .Replace("第四条 违", "第五条 违", StringComparison.Ordinal).Replace("第五条 第", "第六条 第", StringComparison.Ordinal);
        Assert.Equal(["第二条第二项 Renumbered 第三条第二项", "第三条 Renumbered 第四条", "第二条至第四条 Renumbered 第三条至第五条"], Told(draft));

        // What the drafter changed is meant as it stands.
        var corrected = draft.Replace("违反第三条", "违反第四条", StringComparison.Ordinal).Replace("第二条至第四条", "第三条至第五条", StringComparison.Ordinal).Replace("第二条第二项", "第三条第二项", StringComparison.Ordinal);
        Assert.Empty(Told(corrected));
    }

    [Fact]
    public void A_paragraph_put_in_breaks_what_points_back() =>
        Assert.Equal(["前款 Renumbered 本条第一款"], Told(Old.Replace("前款规定", "公园每天由园林部门派人打扫。\n前款规定", StringComparison.Ordinal)));

    [Fact]
    public void An_article_taken_out_leaves_references_to_nothing()
    {
        var draft = Old.Replace("第三条 在公园里钓鱼、游泳、野炊的，由城管部门责令改正。\n", "", StringComparison.Ordinal).Replace("第四条 违", "第三条 违", StringComparison.Ordinal).Replace("第五条 第", "第四条 第", StringComparison.Ordinal);
        Assert.Equal(["第三条 Deleted ", "第二条至第四条 Renumbered 第二条至第三条"], Told(draft));
    }

    // Every text with an article put in before some other: all references to what stands after it, and no others.
    [Fact]
    public void Every_text_of_the_corpus_with_an_article_put_in()
    {
        Corpus.Need();
        var (checked_, wrong) = (0, new List<string>());
        foreach (var name in Corpus.Texts().Where(t => !t.EndsWith("old.md", StringComparison.Ordinal)))
        {
            var old = Corpus.Read(name);
            var at = old.Articles.Count / 3;
            if (old.Articles.Count < 3 || old.Articles.Any(a => a.Number != a.Index + old.Articles[0].Number || a.Suffix > 0) || !old.Nodes.Any(n => n.Part == Part.Article))
            {
                continue;
            }

            var first = old.Articles[at].Number;
            var @new = Statute.Parse(PutIn(old, at));
            var found = Renumbering.Of(old, @new).ToDictionary(b => b.Reference.Start);
            foreach (var (was, now) in References.Of(old).Where(r => r is { Statute: null, Missing: false }).Zip(References.Of(@new).Where(r => r.Statute is null && !(r.Missing && r.From.Article == 0 && r.From.Paragraph == 0))))
            {
                if (was.Relative || was.From.Article == 0 || was.Words(old) != now.Words(@new))
                {
                    continue;
                }

                checked_++;
                var stays = was.From.Article < first && (was.To?.Article ?? 0) < first;
                var said = found.GetValueOrDefault(now.Start);
                var inArticle = now.Words(@new).StartsWith('本') || now.Words(@new).StartsWith('前') || now.Words(@new)[1..].IndexOf('条') < 0;
                if (!inArticle && (stays ? said is not null : said?.Proposed is not [var proposed] || !proposed.StartsWith($"第{Numeral.Write(was.From.Article + (was.From.Article < first ? 0 : 1))}条", StringComparison.Ordinal)))
                {
                    wrong.Add($"{name}:{now.Line(@new)} {now.Words(@new)} {said}");
                }
            }
        }

        Assert.True(checked_ > 500, $"{checked_}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Any_two_texts_are_compared() => Gen.Select(RoundTripTests.Pieces, RoundTripTests.Pieces).Sample((a, b) => _ = Renumbering.Of(Statute.Parse(a), Statute.Parse(b)), iter: 5_000, threads: 1);

    private static IEnumerable<string> Told(string draft)
    {
        var @new = Statute.Parse(draft);
        return Renumbering.Of(Statute.Parse(Old), @new).Select(b => $"{b.Reference.Words(@new)} {b.Kind} {string.Join("|", b.Proposed)}");
    }

    private static string PutIn(Statute old, int at)
    {
        var text = new System.Text.StringBuilder(old.Text[..old.Nodes[old.Articles[at].Node].Start]);
        text.Append($"第{Numeral.Write(old.Articles[at].Number)}条 新添的这一条说的是谁也没有说过的事情。\n\n");
        for (var a = at; a < old.Articles.Count; a++)
        {
            var node = old.Nodes[old.Articles[a].Node];
            var end = a + 1 < old.Articles.Count ? old.Nodes[old.Articles[a + 1].Node].Start : old.Text.Length;
            text.Append(old.Text, node.Start, node.Label - node.Start).Append($"第{Numeral.Write(node.Number + 1)}条").Append(old.Text, node.LabelEnd, end - node.LabelEnd);
        }

        return text.ToString();
    }
}
