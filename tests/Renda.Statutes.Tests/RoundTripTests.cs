using CsCheck;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Every character is accounted for, whatever the text is.</summary>
public sealed class RoundTripTests
{
    // What statutes are made of, thrown together: more states are reached than by random characters alone.
    private static readonly string[] Signs =
    [
        "第一条", "第十条之一", "第１２条", "第 三 条", "第一章", "第二节", "第三编", "第一分编", "（一）", "(二)", "(三）", "1.", "２．", "一、", "十二、", "目录", "附则", "附件1", "附：",
        "“", "”", "《", "》", "（", "）", "# ", "## ", "**", "|a|b|", "<table>", "</table>", "<!-- INFO END -->", " ", "\u3000", "\n", "\r\n", "\r", "\n\n", "总则", "规定的", "为了", "。", "；",
        "\ufeff", "\u200b", "\0", "\ud800", "\udc80", "😀", "第" + new string('九', 70) + "条",
    ];

    internal static readonly Gen<string> Pieces = Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Any_string_comes_back() => Gen.OneOf(Pieces, Gen.String).Sample(
        text =>
        {
            var statute = Statute.Parse(text);
            Assert.Equal(text, statute.Render());
            Tiled(statute);
        }, iter: 20_000, threads: 1);

    [Fact]
    public void Any_bytes_come_back() => Gen.OneOf(Gen.Byte.Array[0, 200], Pieces.Select(p => System.Text.Encoding.UTF8.GetBytes(p))).Sample(
        bytes => Assert.Equal(bytes, Statute.Parse(bytes.AsSpan()).RenderBytes()), iter: 20_000, threads: 1);

    [Fact]
    public void Every_text_of_the_corpus_comes_back_byte_for_byte()
    {
        var root = Corpus.Need();
        foreach (var name in Corpus.Texts())
        {
            var bytes = File.ReadAllBytes(Path.Combine(root, name));
            var statute = Statute.Parse(bytes.AsSpan());
            Assert.Equal(bytes, statute.RenderBytes());
            Tiled(statute);
            Assert.NotEmpty(statute.Title);
            Assert.NotEmpty(statute.Articles);
        }
    }

    // The nodes lie end to end, each one's words within its own stretch, each one's parent before it.
    private static void Tiled(Statute statute)
    {
        var end = 0;
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            var node = statute.Nodes[i];
            Assert.Equal(end, node.Start);
            end += statute.Stretch(i).Length;
            Assert.InRange(node.Label, node.Start, node.LabelEnd);
            Assert.InRange(node.LabelEnd, node.Label, node.Body);
            Assert.InRange(node.BodyEnd, node.Start, end);
            Assert.InRange(node.Parent, -1, i - 1);
        }

        Assert.Equal(statute.Text.Length, end);
    }
}
